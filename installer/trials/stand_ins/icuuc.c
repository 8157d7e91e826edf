/* Part of Windows 10, absent from Wine: the converters of old code pages that Qt links to. Each call
 * fails cleanly, and Qt does without. For trials only. */
#define EXPORT __declspec(dllexport)

typedef int error;
enum { U_FILE_ACCESS_ERROR = 4 };

static void fail(error *told)
{
    if (told)
        *told = U_FILE_ACCESS_ERROR;
}

EXPORT void *ucnv_open(const char *name, error *told) { (void)name; fail(told); return 0; }
EXPORT void ucnv_close(void *c) { (void)c; }
EXPORT void ucnv_reset(void *c) { (void)c; }
EXPORT char ucnv_getMaxCharSize(void *c) { (void)c; return 4; }
EXPORT const char *ucnv_getName(void *c, error *told) { (void)c; fail(told); return 0; }
EXPORT const char *ucnv_getStandardName(const char *n, const char *s, error *told)
{
    (void)n, (void)s;
    fail(told);
    return 0;
}
EXPORT const char *ucnv_getAvailableName(int n) { (void)n; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void ucnv_getToUCallBack(void) {}
EXPORT void ucnv_getFromUCallBack(void) {}
EXPORT void ucnv_setToUCallBack(void) {}
EXPORT void ucnv_setFromUCallBack(void) {}
EXPORT void ucnv_cbToUWriteUChars(void) {}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void ucnv_toUnicode(void *c, void *t, void *tl, void *s, void *sl, void *o, char f, error *told)
{
    (void)c, (void)t, (void)tl, (void)s, (void)sl, (void)o, (void)f;
    fail(told);
}
EXPORT void ucnv_fromUnicode(void *c, void *t, void *tl, void *s, void *sl, void *o, char f, error *told)
{
    (void)c, (void)t, (void)tl, (void)s, (void)sl, (void)o, (void)f;
    fail(told);
}
EXPORT int ucnv_toUCountPending(void *c, error *told) { (void)c; fail(told); return 0; }
EXPORT int ucnv_fromUCountPending(void *c, error *told) { (void)c; fail(told); return 0; }
