// PouchDB's end, run by Node in the folder of its packages.
//
//   pouch_client.cjs load STORE DOCUMENTS
//   pouch_client.cjs push|pull STORE URL      one replication; one that broke off is begun again at once
//   pouch_client.cjs dump STORE DOCUMENTS
const fs = require('fs');
const { createRequire } = require('module');
const PouchDB = createRequire(process.cwd() + '/')('pouchdb');

const [, , verb, store, other] = process.argv;
const GIVE_UP_AFTER = Number(process.env.GIVE_UP_AFTER || 7200);
const AT_ONCE = 500;

async function load(db) {
  const documents = fs.readFileSync(other, 'utf8').trim().split('\n').map((text) => {
    const { id, ...rest } = JSON.parse(text);
    return { _id: id, ...rest };
  });
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    await db.bulkDocs(documents.slice(at, at + AT_ONCE));
  }
}

async function replicate(db) {
  const far = new PouchDB(other);
  const began = process.hrtime.bigint();
  const taken = () => Number(process.hrtime.bigint() - began) / 1e9;
  for (let again = 0; ; again++) {
    try {
      const done = verb === 'push' ? await db.replicate.to(far) : await db.replicate.from(far);
      if (done.ok && !done.errors.length) {
        console.log(JSON.stringify({ seconds: taken(), again }));
        return;
      }
    } catch (fault) {
      console.error(String(fault && fault.message).slice(0, 200));
      if (taken() > GIVE_UP_AFTER) {
        console.log(JSON.stringify({ given_up: true, again }));
        return;
      }
    }
  }
}

async function dump(db) {
  const { rows } = await db.allDocs({ include_docs: true, conflicts: true });
  const lines = rows.map(({ doc }) => {
    if (doc._conflicts) throw new Error('conflict in ' + doc._id);
    const { _id, _rev, ...rest } = doc;
    return JSON.stringify({ id: _id, ...rest }) + '\n';
  });
  fs.writeFileSync(other, lines.join(''));
}

const verbs = { load, push: replicate, pull: replicate, dump };
verbs[verb](new PouchDB(store)).then(() => process.exit(0), (fault) => {
  console.error(fault);
  process.exit(1);
});
