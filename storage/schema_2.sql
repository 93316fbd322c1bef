-- What version 2 adds: states of the file that somebody may want to go back to. See schema_1.sql.

-- A version is a name for what the file was after an entry (0: before the first). kind: who made it and why:
-- somebody named it, or the program did before something that changes much. Each row counts in the digest.
CREATE TABLE version (
    id text primary key not null,
    name text not null,
    entry integer not null check (entry >= 0),
    at text not null,
    who text not null,
    kind text not null check (kind in ('named', 'import', 'merge', 'deletion', 'restore', 'repair')),
    note text not null
) STRICT;
