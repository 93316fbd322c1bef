-- The tables of a .journey file, version 1: one a sort of record, its columns the record's fields in their
-- order; then the pictures' bytes, what the file says of itself, and the history that undo reaches back over.
-- Statements end with a semicolon at the end of a line. The text of each is compared with what a file holds
-- before anything in that file is trusted, so change nothing here: write a migration.

CREATE TABLE workshop (
    id text primary key not null,
    title text not null,
    organisation text not null,
    language text not null,
    facilitator text not null,
    agenda text not null
) STRICT;

CREATE TABLE asset (
    id text primary key not null,
    media_type text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    data text not null references blob (sha256) deferrable initially deferred
) STRICT;

CREATE TABLE persona (
    id text primary key not null,
    name text not null,
    segment text not null,
    relation text not null check (relation in ('customer', 'prospect', 'former', 'never')),
    buying_role text not null
        check (buying_role in ('none', 'user', 'buyer', 'decider', 'influencer', 'gatekeeper')),
    needs text not null,
    motives text not null,
    traits text not null,
    background text not null,
    quote text not null,
    portrait text references asset (id) on delete set null deferrable initially deferred,
    colour text not null
) STRICT;

CREATE TABLE owner (
    id text primary key not null,
    name text not null,
    kind text not null check (kind in ('team', 'role', 'person', 'partner')),
    parent text references owner (id) on delete set null deferrable initially deferred,
    contact text not null,
    colour text not null,
    initials text not null
) STRICT;

CREATE TABLE journey (
    id text primary key not null,
    title text not null,
    purpose text not null,
    scope text not null check (scope in ('lifecycle', 'part', 'service')),
    state text not null check (state in ('current', 'intended')),
    intended_for text references journey (id) on delete set null deferrable initially deferred,
    parent_card text references card (id) on delete set null deferrable initially deferred,
    notes text not null,
    rank text not null
) STRICT;

CREATE TABLE journey_persona (
    id text primary key not null,
    journey text not null references journey (id) on delete cascade deferrable initially deferred,
    persona text not null references persona (id) on delete cascade deferrable initially deferred,
    rank text not null
) STRICT;

CREATE TABLE stage (
    id text primary key not null,
    journey text not null references journey (id) on delete cascade deferrable initially deferred,
    title text not null,
    phase text not null check (phase in ('before', 'during', 'after')),
    rank text not null
) STRICT;

CREATE TABLE step (
    id text primary key not null,
    stage text not null references stage (id) on delete cascade deferrable initially deferred,
    title text not null,
    minutes real check (minutes >= 0),
    wait_minutes real check (wait_minutes >= 0),
    rank text not null
) STRICT;

CREATE TABLE lane (
    id text primary key not null,
    journey text not null references journey (id) on delete cascade deferrable initially deferred,
    kind text not null check (kind in (
        'steps', 'actors', 'storyboard', 'quotes', 'feelings', 'touchpoints', 'physical', 'frontstage',
        'backstage', 'systems', 'policies', 'owners', 'measures', 'pains', 'gains', 'questions', 'ideas',
        'actions', 'notes', 'pictures', 'line')),
    title text not null,
    rank text not null,
    hidden integer not null check (hidden in (0, 1))
) STRICT;

CREATE TABLE card (
    id text primary key not null,
    lane text not null references lane (id) on delete cascade deferrable initially deferred,
    step text not null references step (id) on delete cascade deferrable initially deferred,
    kind text not null check (kind in (
        'actor', 'picture', 'quote', 'touchpoint', 'physical_evidence', 'frontstage_action',
        'backstage_process', 'system', 'policy', 'pain_point', 'gain', 'question', 'gap', 'idea', 'action',
        'note')),
    text text not null,
    span integer not null check (span > 0),
    rank text not null,
    note text not null,
    code text not null,
    channel text not null,
    moment_of_truth integer not null check (moment_of_truth in (0, 1)),
    contact text not null check (contact in ('neutral', 'wanted', 'preventable')),
    severity integer not null check (severity between 0 and 3),
    evidence text not null check (evidence in ('guess', 'told', 'partly', 'researched')),
    status text not null check (status in ('open', 'approved', 'rejected', 'needs evidence')),
    value integer check (value between 0 and 5),
    effort integer check (effort between 0 and 5),
    cost real check (abs(cost) < 1e13),
    gain real check (abs(gain) < 1e13),
    tags text not null check (substr(tags, 1, 1) = '['),
    picture text references asset (id) on delete set null deferrable initially deferred
) STRICT;

CREATE TABLE feeling (
    id text primary key not null,
    journey text not null references journey (id) on delete cascade deferrable initially deferred,
    step text not null references step (id) on delete cascade deferrable initially deferred,
    persona text references persona (id) on delete cascade deferrable initially deferred,
    score real not null check (score between -2 and 2),
    word text not null
) STRICT;

CREATE TABLE link (
    id text primary key not null,
    source text not null references card (id) on delete cascade deferrable initially deferred,
    target text not null references card (id) on delete cascade deferrable initially deferred,
    kind text not null check (kind in ('next', 'supports', 'hands over', 'causes', 'answers')),
    label text not null,
    check (source <> target)
) STRICT;

CREATE TABLE ownership (
    id text primary key not null,
    card text not null references card (id) on delete cascade deferrable initially deferred,
    owner text not null references owner (id) on delete cascade deferrable initially deferred,
    role text not null check (role in ('accountable', 'responsible', 'consulted', 'informed'))
) STRICT;

CREATE TABLE measure (
    id text primary key not null,
    card text not null references card (id) on delete cascade deferrable initially deferred,
    name text not null,
    kind text not null check (kind in ('NPS', 'CSAT', 'CES', 'count', 'minutes', 'percent', 'money')),
    value real check (abs(value) < 1e13),
    goal real check (abs(goal) < 1e13),
    low real check (abs(low) < 1e13),
    high real check (abs(high) < 1e13),
    answers integer check (answers >= 0),
    date text not null,
    source text not null
) STRICT;

CREATE TABLE evidence (
    id text primary key not null,
    title text not null,
    method text not null
        check (method in ('interview', 'survey', 'observation', 'log', 'staff', 'document')),
    date text not null,
    people integer check (people >= 0),
    persona text references persona (id) on delete set null deferrable initially deferred,
    reference text not null
) STRICT;

CREATE TABLE backing (
    id text primary key not null,
    card text not null references card (id) on delete cascade deferrable initially deferred,
    evidence text not null references evidence (id) on delete cascade deferrable initially deferred,
    says text not null
) STRICT;

CREATE TABLE action (
    id text primary key not null,
    card text not null references card (id) on delete cascade deferrable initially deferred,
    title text not null,
    owner text references owner (id) on delete set null deferrable initially deferred,
    due text not null,
    status text not null check (status in ('proposed', 'agreed', 'doing', 'done', 'dropped')),
    measure_name text not null,
    measure_goal real check (abs(measure_goal) < 1e13)
) STRICT;

CREATE TABLE participant (
    id text primary key not null,
    name text not null,
    role text not null,
    organisation text not null
) STRICT;

CREATE TABLE verdict (
    id text primary key not null,
    card text not null references card (id) on delete cascade deferrable initially deferred,
    participant text not null references participant (id) on delete cascade deferrable initially deferred,
    judgement text not null check (judgement in ('approve', 'reject', 'needs evidence')),
    comment text not null
) STRICT;

CREATE TABLE vote (
    id text primary key not null,
    card text not null references card (id) on delete cascade deferrable initially deferred,
    role text not null,
    dots integer not null check (dots >= 0)
) STRICT;

-- Cards, lanes and steps go in numbers; without these each would read whole tables for what belongs to it.
CREATE INDEX card_by_lane ON card (lane);
CREATE INDEX card_by_step ON card (step);
CREATE INDEX feeling_by_step ON feeling (step);
CREATE INDEX link_by_source ON link (source);
CREATE INDEX link_by_target ON link (target);
CREATE INDEX ownership_by_card ON ownership (card);
CREATE INDEX measure_by_card ON measure (card);
CREATE INDEX backing_by_card ON backing (card);
CREATE INDEX action_by_card ON action (card);
CREATE INDEX verdict_by_card ON verdict (card);
CREATE INDEX vote_by_card ON vote (card);

-- Pictures, once each. A row stays when its asset goes, for the history may bring that asset back.
CREATE TABLE blob (
    sha256 text primary key not null check (length(sha256) = 64),
    bytes blob not null
) STRICT;

-- document: an id that copies share. revision: the number of the last entry. digest: the sum of the hashes
-- of all records. oldest_reader: the lowest version of the program's tables that can still read this file.
CREATE TABLE meta (
    key text primary key not null,
    value text not null
) STRICT;

-- One row a finished edit. undoes: the entry it takes back. uid: the same edit in every copy of the file.
-- who and device: whose edit it was and where, empty where nobody said. hash: of this row and of its changes.
CREATE TABLE entry (
    number integer primary key autoincrement,
    uid text unique not null,
    label text not null,
    at text not null,
    who text not null default '',
    device text not null default '',
    undoes integer references entry (number),
    hash text not null
) STRICT;

-- The records an entry touched, as JSON; before: all fields, null where the record is new; after: the fields
-- that differ (all of a new record), null where it went. A picture's bytes stand as the name of their blob.
CREATE TABLE change (
    id integer primary key,
    entry integer not null references entry (number),
    sort text not null,
    record text not null,
    before text check (substr(before, 1, 1) = '{'),
    after text check (substr(after, 1, 1) = '{'),
    check (before is not null or after is not null)
) STRICT;

CREATE INDEX change_by_entry ON change (entry);
