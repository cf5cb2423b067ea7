"""The tables of the record, version by version. A version that went out is never edited, only followed."""

MIGRATIONS = (
    """
    CREATE TABLE round (
        quiz TEXT NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        seed INTEGER NOT NULL,
        items TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        ended INTEGER NOT NULL DEFAULT 0,
        begun_at TEXT NOT NULL,
        PRIMARY KEY (quiz, number)
    );
    CREATE TABLE answer (
        quiz TEXT NOT NULL,
        round INTEGER NOT NULL,
        position INTEGER NOT NULL,
        item TEXT NOT NULL,
        chosen TEXT NOT NULL,
        right INTEGER NOT NULL,
        confidence INTEGER,
        request TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (quiz, round, position),
        FOREIGN KEY (quiz, round) REFERENCES round (quiz, number) ON DELETE CASCADE
    );
    """,
    """
    CREATE TABLE warm_up (question TEXT PRIMARY KEY, chosen INTEGER NOT NULL, at TEXT NOT NULL);
    CREATE TABLE lesson (id TEXT PRIMARY KEY, read_at TEXT NOT NULL);
    """,
    """
    CREATE TABLE practice (
        session TEXT PRIMARY KEY,
        routine TEXT NOT NULL,
        version TEXT NOT NULL,
        begun_at TEXT NOT NULL
    );
    CREATE TABLE practice_event (
        session TEXT NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        step TEXT NOT NULL,
        seconds REAL NOT NULL,
        whole INTEGER NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (session, number),
        FOREIGN KEY (session) REFERENCES practice (session) ON DELETE CASCADE
    );
    """,
    """
    CREATE TABLE short_way (step TEXT PRIMARY KEY, at TEXT NOT NULL);
    """,
    """
    CREATE TABLE lesson_end (lesson TEXT PRIMARY KEY, at TEXT NOT NULL);
    CREATE TABLE place (id INTEGER PRIMARY KEY CHECK (id = 1), section TEXT NOT NULL, at TEXT NOT NULL);
    CREATE TABLE review_card (
        objective TEXT PRIMARY KEY,
        card TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        right INTEGER NOT NULL,
        confidence INTEGER
    );
    CREATE TABLE review_through (id INTEGER PRIMARY KEY CHECK (id = 1), answer INTEGER NOT NULL);
    CREATE TABLE aim (number INTEGER PRIMARY KEY, aim TEXT NOT NULL, chosen_at TEXT NOT NULL, went TEXT, told_at TEXT);
    CREATE TABLE exported (kind TEXT PRIMARY KEY, at TEXT NOT NULL);
    CREATE INDEX practice_event_by_time ON practice_event (at);
    """,
    """
    CREATE TABLE search_best (id INTEGER PRIMARY KEY CHECK (id = 1), percent INTEGER NOT NULL, day TEXT NOT NULL);
    """,
)
"""Statement blocks; ``PRAGMA user_version`` of a file tells how many of them it has."""
