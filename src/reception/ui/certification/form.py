"""What is filled in to certify: the matter, the person, the papers, who signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.domain.applicant import Party
from reception.domain.certification import MATTER_WORDS, Matter
from reception.domain.errors import RuleViolation
from reception.services.certification import CertificationRequest, UsualPaper
from reception.services.certification_book import Signer
from reception.services.desk import Desk
from reception.ui.certification.items import Items
from reception.ui.completer import Choice
from reception.ui.intake.inputs import Pick
from reception.ui.intake.offer import Offer
from reception.ui.intake.person import PersonFields
from reception.ui.labels import FormField, Heading
from reception.ui.text_fields import TextField

_NOBODY = Party("")


class CertificationForm(QScrollArea):
    """All inputs; it scrolls, so that large text never cuts anything off.

    ``changed`` tells of every keystroke. ``editors`` names each input as violations do.
    """

    changed = Signal()

    def __init__(self, rules: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._usual: Mapping[Matter, Sequence[UsualPaper]] = {}
        self.matter = Pick([(matter.value, MATTER_WORDS[matter]) for matter in Matter])
        self.person = PersonFields("owner", self.today, self)
        self.offer = Offer()
        self.items = Items()
        self.free = TextField()
        self.signer = TextField()
        self.signer_title = TextField()
        self.editors: dict[str, QWidget] = {
            **self.person.editors,
            "free_because": self.free,
            "signer": self.signer,
            "signer_title": self.signer_title,
        }
        self._inside = QWidget()
        self._lay_out()
        self.matter.currentIndexChanged.connect(self._matter_changed)
        self.items.changed.connect(self.changed)
        self.free.textChanged.connect(self.changed)
        self.person.changed.connect(self.changed)

    def minimumSizeHint(self) -> QSize:
        """As wide as its fields need with large text; only its height may be scrolled."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._inside.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())

    def today(self) -> date:
        """The desk's civil date."""
        return self._rules.now().date()

    def chosen_matter(self) -> Matter:
        """What the person comes with."""
        return Matter(self.matter.value())

    def request(self) -> CertificationRequest:
        """The form as the service takes it."""
        return CertificationRequest(
            matter=self.chosen_matter(),
            owner=self.person.value(),
            items=self.items.wanted(),
            free_because=self.free.value(),
            signer=self.signer.value(),
            signer_title=self.signer_title.value(),
        )

    @property
    def has_papers(self) -> bool:
        """Whether some paper was begun."""
        return any(not line.is_empty for line in self.items.lines)

    def clear(self, owner: Party = _NOBODY) -> None:
        """Begin anew, with nobody or for a known person; who signs stays."""
        self.offer.withdraw()
        self.matter.set_value(Matter.COPY.value)
        self.person.show(owner)
        self.items.clear()
        self.free.set_value("")
        if owner.name:
            self.items.begin()
        else:
            self.go_to(self.person.identity)

    def offer_signer(self, signer: Signer) -> None:
        """Fill in who signed last, unless somebody stands there."""
        if not self.signer.text() and not self.signer_title.text():
            self.signer.set_value(signer.name)
            self.signer_title.set_value(signer.title)

    def suggest(self, usual: Mapping[Matter, Sequence[UsualPaper]]) -> None:
        """Offer these names of papers, by matter."""
        self._usual = usual
        papers = usual.get(self.chosen_matter(), ())
        self.items.suggest([Choice(paper.name, paper, paper.keywords) for paper in papers])

    def go_to_problem(self) -> bool:
        """Go to the first field that holds something impossible; ``False`` when there is none."""
        for editor in self.editors.values():
            if isinstance(editor, TextField) and editor.problem():
                self.go_to(editor)
                return True
        return self.items.go_to_problem()

    def show_violation(self, violation: RuleViolation) -> bool:
        """Show a rule's sentence at its field and go there; ``False`` when no field is to blame."""
        if self.items.show_violation(violation):
            return True
        editor = self.editors.get(violation.field or "")
        if not isinstance(editor, TextField) or not self._inside.isAncestorOf(editor):
            return False
        editor.set_problem(violation.text)
        self.go_to(editor)
        return True

    def go_to(self, editor: QWidget) -> None:
        """Put the keyboard into a field and show it; its text is selected."""
        editor.setFocus()
        if isinstance(editor, QLineEdit):
            editor.selectAll()
        self.reveal(editor)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so far that a widget inside is seen whole, its label included."""
        # Once the layout has settled: a line just added has no place yet.
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, 60))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs another width."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def _matter_changed(self) -> None:
        self.suggest(self._usual)
        self.changed.emit()

    def _lay_out(self) -> None:
        self.free.setPlaceholderText(self.tr("để trống nếu có thu"))
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.setSpacing(12)
        labels = (self.tr("Số định &danh"), self.tr("&Họ và tên"), self.tr("Điện th&oại"))
        layout.addWidget(self.person.essentials(labels, required=True))
        layout.addWidget(self.offer)
        layout.addWidget(FormField(self.tr("&Việc chứng thực"), self.matter))
        layout.addWidget(Heading(self.tr("Giấy tờ cần chứng thực"), 2))
        layout.addWidget(self.items)
        layout.addLayout(self._signing())
        layout.addStretch()
        # The rest of a person comes from the card and is kept, but not shown here.
        rest = self.person.details()
        rest.setParent(self._inside)
        rest.hide()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _signing(self) -> QGridLayout:
        grid = QGridLayout()
        fields = (
            FormField(self.tr("N&gười ký chứng thực"), self.signer),
            FormField(self.tr("Chức vụ"), self.signer_title),
            FormField(self.tr("&Miễn phí vì"), self.free),
        )
        for column, field in enumerate(fields):
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        return grid
