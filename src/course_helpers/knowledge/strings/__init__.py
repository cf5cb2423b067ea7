"""Every interface word of the course: one type a group, so that a missing word is a fault when the course is loaded."""

from course_helpers.knowledge.strings.base import Record
from course_helpers.knowledge.strings.explorers import (
    ClaimExplorerWords,
    DisagreementExplorerWords,
    ExplorerWords,
    GoodDayWords,
    HandsFindWords,
    LookFirstWords,
    PaceWords,
    SearchWords,
    SortingWords,
)
from course_helpers.knowledge.strings.lab import (
    ExtensionWords,
    PanelWords,
    WayWords,
)
from course_helpers.knowledge.strings.lesson import (
    AppendixWords,
    CardWords,
    LessonWords,
    NoticeWords,
    RoutineWords,
    ScreeningWords,
    SelfExamWords,
    SurenessWords,
    VerdictWords,
)
from course_helpers.knowledge.strings.my_practice import (
    AimWords,
    CertificateWords,
    HistoryWords,
    OwnRecordWords,
    ReminderWords,
    ReviewWords,
    StandingWords,
)
from course_helpers.knowledge.strings.player import (
    PlayerWords,
    ReadinessWords,
)
from course_helpers.knowledge.strings.quiz import (
    PaperWords,
    QuizWords,
)
from course_helpers.knowledge.strings.record import (
    MarksWords,
    RecordWords,
    ShortWayWords,
    StoredWords,
)
from course_helpers.knowledge.strings.workshop import (
    HandoutWords,
    WorkshopWords,
)


class Strings(Record, frozen=True, kw_only=True):
    """The groups of words, each named for where its words are shown."""

    verdict: VerdictWords
    sureness: SurenessWords
    card: CardWords
    lesson: LessonWords
    panel: PanelWords
    quiz: QuizWords
    paper: PaperWords
    record: RecordWords
    explorer: ExplorerWords
    self_exam: SelfExamWords
    screening: ScreeningWords
    good_day: GoodDayWords
    hands_find: HandsFindWords
    sorting: SortingWords
    pace: PaceWords
    search: SearchWords
    look_first: LookFirstWords
    claim_explorer: ClaimExplorerWords
    extension: ExtensionWords
    way: WayWords
    handout: HandoutWords
    workshop: WorkshopWords
    appendix: AppendixWords
    short_way: ShortWayWords
    stored: StoredWords
    marks: MarksWords
    standing: StandingWords
    review: ReviewWords
    history: HistoryWords
    aim: AimWords
    reminder: ReminderWords
    certificate: CertificateWords
    own_record: OwnRecordWords
    notice: NoticeWords
    disagreement_explorer: DisagreementExplorerWords
    readiness: ReadinessWords
    player: PlayerWords
    routine: RoutineWords
