// Made from the schemas beside it by scripts/generate.mjs. Do not edit.

/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text = (string | {
th: string
en?: string
})
export type FieldType = ("text" | "long-text" | "integer" | "number" | "money" | "percent" | "yes-no" | "date" | "time" | "academic-year" | "term" | "fiscal-year" | "select" | "multi-select" | "phone" | "email" | "national-id" | "person-name" | "address" | "location" | "reference" | "person" | "organization" | "position" | "file" | "photo" | "signature" | "table" | "group" | "computed" | "running-number" | "note")
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text1 = (string | {
th: string
en?: string
})
/**
 * @maxItems 50
 * 
 * Items: Who, relative to a record: `author`, `handler` (whoever acts or acted on it), `anyone` (signed in, of this owner), or a duty of a position over the record's organization; `duty@kind` only where that position's scope is of that kind.
 */
export type WhoList = string[]
/**
 * Fields (not those inside groups and tables) that are shown.
 * 
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
export type Names = string[]
/**
 * Fields that are not shown.
 * 
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
export type Names1 = string[]
/**
 * @minItems 1
 * @maxItems 50
 * 
 * Items: Who, relative to a record: `author`, `handler` (whoever acts or acted on it), `anyone` (signed in, of this owner), or a duty of a position over the record's organization; `duty@kind` only where that position's scope is of that kind.
 */
export type WhoList1 = string[]
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text2 = (string | {
th: string
en?: string
})
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text3 = (string | {
th: string
en?: string
})
/**
 * From `new` it is the form's access.create.
 * 
 * @minItems 1
 * @maxItems 50
 * 
 * Items: Who, relative to a record: `author`, `handler` (whoever acts or acted on it), `anyone` (signed in, of this owner), or a duty of a position over the record's organization; `duty@kind` only where that position's scope is of that kind.
 */
export type WhoList2 = string[]
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text4 = (string | {
th: string
en?: string
})
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text5 = (string | {
th: string
en?: string
})
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text6 = (string | {
th: string
en?: string
})
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text7 = (string | {
th: string
en?: string
})
/**
 * An expression over a line: the fields of the form (and the columns of its row, with `rows`), `record.state`, `record.date`, `record.number`, `record.id` (and `record.day`, `record.first` of a source with `to`), `author`, `organization`, `period.from`, `period.to`, and `parameters.<name>` as written in the address. With several sources, one expression each by the source's name.
 */
export type ReportValue = (string | {
/**
 * A CEL expression over the fields of the form and the facts.
 */
[k: string]: string
})
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text8 = (string | {
th: string
en?: string
})
/**
 * Words for people: plain Thai, or Thai with English beside it.
 */
export type Text9 = (string | {
th: string
en?: string
})
export type Username = string

export interface Contract {
form?: FormDefinition
workflow?: WorkflowDefinition
menu?: MenuDefinition
codes?: CodesDefinition
document?: DocumentDefinition
report?: ReportDefinition
problem?: Problem
actor?: Actor
action?: Action
record?: FormRecord
event?: Event
config?: Config
api?: Api
}
/**
 * A form as its author writes it: shape as JSON Schema, rules as expressions in x- keywords.
 */
export interface FormDefinition {
$schema?: string
kind: "form"
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text
description?: Text
icon?: string
/**
 * The kind of organization a record belongs to: the nearest one above its author's position. `own` is the organization of the position itself.
 */
unit?: ("own" | "class" | "school" | "lao")
schema: ObjectSchema
/**
 * @maxItems 50
 */
layout?: LayoutPage[]
lookups?: {
[k: string]: LookupDefinition
}
access?: Access
list?: ListDefinition
/**
 * @maxItems 10
 */
keys?: UniqueKey[]
reference?: ReferenceDefinition
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
workflow?: string
/**
 * @maxItems 20
 * 
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
documents?: string[]
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
sensitive?: string[]
/**
 * Fields whose values stand beside the main button while the form is filled: what it comes to.
 * 
 * @maxItems 6
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
summary?: string[]
/**
 * Whether a page with all answers comes before sending. Without it the last page sends, for what is filled every day.
 */
review?: boolean
/**
 * Filled examples with what they come to: they run at every publish, and travel with the form. A phone that fills the form never sees them.
 * 
 * @maxItems 50
 */
examples?: FormExample[]
}
export interface ObjectSchema {
$schema?: string
type: "object"
title?: string
description?: string
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
required?: string[]
additionalProperties?: false
properties: {
[k: string]: FieldSchema
}
}
/**
 * One field. Which keywords a type understands is checked by the engine.
 */
export interface FieldSchema {
/**
 * What a field is, through renames and moves: 10 characters of base 32, given by the tool.
 */
"x-id"?: string
"x-field"?: FieldType
type?: ("string" | "integer" | "number" | "boolean" | "array" | "object")
format?: "date"
title?: string
description?: string
"x-en"?: EnglishWords
minLength?: number
maxLength?: number
pattern?: string
minimum?: number
maximum?: number
/**
 * @minItems 1
 * @maxItems 500
 */
enum?: string[]
items?: ItemsSchema
minItems?: number
maxItems?: number
uniqueItems?: boolean
properties?: {
[k: string]: FieldSchema
}
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
required?: string[]
additionalProperties?: false
default?: (string | number | boolean)
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
"x-codes"?: string
/**
 * @minItems 1
 * @maxItems 500
 */
"x-options"?: OptionDefinition[]
/**
 * How it is chosen; a table as a `sheet`: a line a row, whose first choice is one press away.
 */
"x-display"?: ("radio" | "list" | "search" | "sheet")
"x-unit"?: Text
"x-decimals"?: number
/**
 * First time of the day that is accepted.
 */
"x-earliest"?: string
/**
 * Last time of the day that is accepted.
 */
"x-latest"?: string
/**
 * Whether a national id may be a G-code: of a pupil without a number of the civil registry.
 */
"x-g-code"?: boolean
/**
 * What becomes of a national id whose last digit does not fit: `warn` is for old data.
 */
"x-checksum"?: ("refuse" | "warn")
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
"x-form"?: string
/**
 * Which people, organizations or positions may be chosen.
 */
"x-within"?: ("unit" | "lao")
/**
 * Of organizations: which kinds may be chosen; any unless said.
 * 
 * @minItems 1
 */
"x-kinds"?: ("class" | "school" | "centre" | "office" | "lao")[]
"x-accept"?: ("pdf" | "jpg" | "png" | "webp" | "docx" | "xlsx" | "zip")[]
"x-max-bytes"?: number
/**
 * The longest side of a picture in pixels: a larger one is drawn smaller on the device before it is sent.
 */
"x-longest"?: number
"x-number"?: NumberSeries
/**
 * A CEL expression over the fields of the form and the facts.
 */
"x-show"?: string
/**
 * A CEL expression over the fields of the form and the facts.
 */
"x-require"?: string
/**
 * A CEL expression over the fields of the form and the facts.
 */
"x-value"?: string
/**
 * A CEL expression over the fields of the form and the facts.
 */
"x-default"?: string
/**
 * A CEL expression over the fields of the form and the facts.
 */
"x-rows"?: string
/**
 * @maxItems 20
 */
"x-check"?: FieldCheck[]
"x-why"?: Text1
"x-hidden"?: ("retire" | "keep" | "clear")
}
export interface EnglishWords {
title?: string
description?: string
}
/**
 * The items of an array: the columns of a table, or plain strings.
 */
export interface ItemsSchema {
type: ("object" | "string")
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
required?: string[]
additionalProperties?: false
/**
 * @maxItems 500
 */
enum?: string[]
properties?: {
[k: string]: FieldSchema
}
}
export interface OptionDefinition {
id: string
title: Text
retired?: boolean
}
/**
 * A running number: `{n}` and `{year}` in the pattern; taken when this workflow action is done (`submit` unless said).
 */
export interface NumberSeries {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
series: string
period: ("calendar-year" | "fiscal-year" | "academic-year" | "ever")
pattern?: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
on?: string
}
/**
 * The rule must hold; `warn` lets the person go on.
 */
export interface FieldCheck {
/**
 * A CEL expression over the fields of the form and the facts.
 */
rule: string
message: Text
level?: ("refuse" | "warn")
}
export interface LayoutPage {
page: Text
/**
 * @maxItems 200
 */
sections: LayoutSection[]
}
export interface LayoutSection {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title?: Text
description?: Text
/**
 * A CEL expression over the fields of the form and the facts.
 */
show?: string
/**
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
fields: string[]
}
/**
 * A fact taken from records of a form: `where` compares its fields with `$actor`, `$fiscalYear`, `$academicYear`, `$today`, `$unit`, `$record` (this record's id, with `not`), `$<field>` of this form, or a constant, `""` being what is not answered; `record` is a record's own id, `state` is the workflow state, `organization` the one a record belongs to, `unit` that one or any above it. With `in`, each row of that table counts alone, and `where` may name its columns. A row of `rows` names its record as `record`.
 */
export interface LookupDefinition {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
form: string
where?: {
[k: string]: string | number | boolean | (string | number | boolean)[]
}
/**
 * `run`: how many of the newest, one after another, are as `while` says.
 */
pick: ("first" | "last" | "rows" | "sum" | "count" | "run")
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
in?: string
while?: {
[k: string]: string | number | boolean | (string | number | boolean)[]
}
/**
 * Only what lies before: `{"day": "$day"}` reads the records of earlier days, whenever they were sent. Nothing is found while the value is empty.
 */
before?: {
[k: string]: string | number
}
/**
 * What comes first; unsaid, what was made first.
 * 
 * @maxItems 3
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
sort?: string[]
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
field?: string
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
fields?: string[]
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
by?: string
limit?: number
}
/**
 * Who may do what with the records; unsaid, it is the author and whoever acts or acted.
 */
export interface Access {
create?: WhoList
read?: WhoList
list?: WhoList
export?: WhoList
sensitive?: WhoList
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
place?: string
}
export interface ListDefinition {
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
columns?: string[]
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
filter?: string[]
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
sort?: string[]
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
search?: string[]
/**
 * What a row begins with: whoever sent it, or, in a register, the first of the columns; then who sent it is not told.
 */
lead?: ("author" | "columns")
/**
 * The order unless another one is asked for: a name of `sort`, `-` before it for downwards.
 */
usual?: string
}
/**
 * What may occur once: field names, or `$author`.
 */
export interface UniqueKey {
/**
 * @minItems 1
 */
fields: string[]
within: ("unit" | "lao")
on?: ("refuse" | "warn")
message?: Text
}
/**
 * What other forms may show of a record: a label with {field} slots, and fields.
 */
export interface ReferenceDefinition {
label: string
/**
 * @maxItems 200
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
fields?: string[]
}
/**
 * One filled form: the day, the facts its rules read (`lookups` by name, each as its value), the answers, and what is expected. The action is the main one from `state` (`new` unless said) where none is named.
 */
export interface FormExample {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text
/**
 * A day of the common era, ISO 8601.
 */
today: string
author?: ExampleAuthor
organization?: ExampleOrganization
lookups?: {
[k: string]: unknown
}
answers: {
[k: string]: unknown
}
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
state?: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
action?: string
expect: ExampleExpectation
}
/**
 * Who fills it, as rules read `author`.
 */
export interface ExampleAuthor {
account: string
person: string
name: string
position?: Text
/**
 * @maxItems 50
 * 
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
duties: string[]
organization?: Text
personType?: string
phone?: string
}
/**
 * Where the record belongs, as rules read `organization`.
 */
export interface ExampleOrganization {
id: string
kind: string
name: Text
/**
 * From its parent up.
 * 
 * @maxItems 10
 */
ancestors: ExampleAncestor[]
}
export interface ExampleAncestor {
id: string
kind: string
name: Text
}
/**
 * What is not said is not looked at.
 */
export interface ExampleExpectation {
/**
 * All that refuses, in any order; none means that it can be sent. Warnings are not among them.
 * 
 * @maxItems 200
 */
problems?: ExpectedProblem[]
/**
 * Values as the record keeps them, by field; of a map or a row only the members named. `null` is what is empty.
 */
values?: {
[k: string]: unknown
}
shown?: Names
hidden?: Names1
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
next?: string
}
export interface ExpectedProblem {
code: string
path: string
}
/**
 * States a record may be in and the actions that move it. The reserved state `new` is where a record does not exist yet.
 */
export interface WorkflowDefinition {
$schema?: string
kind: "workflow"
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text
/**
 * @minItems 1
 * @maxItems 60
 */
states: StateDefinition[]
/**
 * @minItems 1
 * @maxItems 120
 */
actions: ActionDefinition[]
/**
 * Documents of the form that are offered only while something is so: a transfer letter of who has moved out. The others always are.
 * 
 * @maxItems 20
 */
prints?: PrintRule[]
}
export interface StateDefinition {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text
/**
 * Which tag it wears.
 */
look?: ("quiet" | "move" | "wait" | "back" | "ok")
check?: ("complete" | "shape")
final?: boolean
edit?: EditRule
deadline?: Deadline
}
/**
 * Who may still change answers here, and in which sections; nobody unless said.
 */
export interface EditRule {
who: WhoList1
/**
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
sections?: string[]
}
/**
 * How long a record may wait here. When it is over: remind those people, or do an action as the system.
 */
export interface Deadline {
after: Duration
notify?: WhoList1
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
action?: string
}
/**
 * How long, in exactly one unit; workdays by the owner's calendar; `until` is the next time the clock shows it in Bangkok.
 */
export interface Duration {
minutes?: number
hours?: number
days?: number
workdays?: number
until?: string
}
export interface ActionDefinition {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text2
done?: Text3
tone?: ("main" | "plain" | "danger")
/**
 * @minItems 1
 * 
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
from: string[]
who?: WhoList2
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
person?: string
/**
 * Only a deadline may do it.
 */
system?: boolean
/**
 * Not on one's own record.
 */
notAuthor?: boolean
/**
 * A CEL expression over the fields of the form and the facts.
 */
when?: string
unless?: Text4
to: (string | Route[])
/**
 * The record must be complete for this action.
 */
complete?: boolean
comment?: ("none" | "optional" | "required")
sign?: SignRule
/**
 * @maxItems 20
 */
effects?: EffectDefinition[]
}
/**
 * The first route that is true is taken; the last must have no condition.
 */
export interface Route {
/**
 * A CEL expression over the fields of the form and the facts.
 */
when?: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
to: string
}
/**
 * The actor signs: a hash of these sections (all unless said). `need` people of `who` must sign before the record moves (n of m).
 */
export interface SignRule {
as?: Text5
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
field?: string
/**
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
sections?: string[]
need?: number
}
export interface EffectDefinition {
type: ("notify" | "document")
to?: WhoList1
message?: Text
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
document?: string
after?: Duration
}
export interface PrintRule {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
document: string
/**
 * A CEL expression over the fields of the form and the facts.
 */
when: string
}
/**
 * A tree of menu items. Publishing it changes what people see.
 */
export interface MenuDefinition {
$schema?: string
kind: "menu"
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text
order?: number
/**
 * @maxItems 200
 */
items: MenuItem[]
}
export interface MenuItem {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
label: Text
icon?: string
/**
 * Items: Who, relative to a record: `author`, `handler` (whoever acts or acted on it), `anyone` (signed in, of this owner), or a duty of a position over the record's organization; `duty@kind` only where that position's scope is of that kind.
 */
who?: string[]
target?: MenuTarget
today?: MenuToday
/**
 * @maxItems 60
 */
items?: MenuItem[]
}
export interface MenuTarget {
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
form?: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
list?: string
inbox?: true
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
report?: string
link?: string
}
/**
 * Shows the item on home as work of the day, for each place of the person: not sent yet, or when it was sent. For a form whose `keys` refuse a second record a day within the unit. A day that the form's own rules refuse (a holiday) asks for nothing.
 */
export interface MenuToday {
do?: Text6
/**
 * Until when it should be sent: `08:45`.
 */
by?: string
/**
 * Fields of what was sent that are told beside it: `absent`.
 * 
 * @maxItems 4
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
show?: string[]
}
/**
 * A code list or a rate table: dated rows that are only ever appended.
 */
export interface CodesDefinition {
$schema?: string
kind: "codes"
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text
source?: Text7
/**
 * @maxItems 20000
 */
rows: CodeRow[]
}
export interface CodeRow {
id: string
title: Text
/**
 * A day of the common era, ISO 8601.
 */
from?: string
/**
 * A day of the common era, ISO 8601.
 */
to?: string
parent?: string
/**
 * First step of a rate row, inclusive.
 */
min?: number
/**
 * Last step of a rate row, inclusive.
 */
max?: number
values?: {
[k: string]: string | number | boolean
}
}
/**
 * A print template: Handlebars over a plain context, made into HTML for A4.
 */
export interface DocumentDefinition {
$schema?: string
kind: "document"
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text
paper?: ("A4" | "A4-landscape")
digits?: ("thai" | "arabic")
template: string
}
/**
 * A sheet over many records: which records, how they are grouped, what is counted of them, its pictures and its print. It is read from the newest version of the forms, and each reader sees only what that reader may list.
 */
export interface ReportDefinition {
$schema?: string
kind: "report"
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
id: string
title: Text
description?: Text
/**
 * Who may open it: duties, or `anyone`. It opens no record: of each source only the records that the reader may list are read, and what is sensitive is left out, unless the reader may see it in that record.
 * 
 * @minItems 1
 * @maxItems 40
 * 
 * Items: Who, relative to a record: `author`, `handler` (whoever acts or acted on it), `anyone` (signed in, of this owner), or a duty of a position over the record's organization; `duty@kind` only where that position's scope is of that kind.
 */
access: string[]
/**
 * What is chosen before it is read. One of kind `organization` limits every source to the records of that organization and of what is below it.
 * 
 * @maxItems 4
 */
parameters?: ReportParameter[]
/**
 * The records that are read. With several, a group's `value` says one expression a source, and a column says whose it is with `from`.
 * 
 * @minItems 1
 * @maxItems 4
 */
sources: ReportSource[]
/**
 * A line of the sheet for each value of these keys, the first one outermost. Without any, one line for all.
 * 
 * @maxItems 3
 */
group?: ReportKey[]
/**
 * What is worked out for each line, in this order; with a matrix they stand after it.
 * 
 * @maxItems 40
 */
columns?: ReportColumn[]
matrix?: ReportMatrix
/**
 * A last line over everything; of a matrix, over each column whose cell adds up. An average there is the average of all lines, not of the averages. True unless said.
 */
total?: boolean
/**
 * By what the lines of the innermost group are ordered: names of groups or columns, `-` before one for downwards. Unsaid, by the groups: days by the calendar, options as the form has them, words in Thai order.
 * 
 * @maxItems 4
 */
sort?: string[]
/**
 * Pictures, where one says more than the figures; a table of the same figures goes with each.
 * 
 * @maxItems 4
 */
charts?: ReportChart[]
document?: ReportDocument
}
export interface ReportParameter {
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
name: string
title?: Text
/**
 * What is chosen, as it is written in the address: month `2026-11`, term `2569/1`, academic-year and fiscal-year `2569`, dates `2026-11-01..2026-11-15`, organization its id. Unsaid, the present one, and of organizations the first that the reader reaches.
 */
type: ("month" | "term" | "academic-year" | "fiscal-year" | "dates" | "organization")
/**
 * Of an organization: which kinds may be chosen.
 * 
 * @minItems 1
 */
kinds?: ("class" | "school" | "centre" | "office" | "lao")[]
/**
 * An organization may be left open: all that the reader reaches.
 */
optional?: boolean
}
export interface ReportSource {
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
name?: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
form: string
/**
 * Only records in these states of the workflow; unsaid, in any.
 * 
 * @minItems 1
 * @maxItems 60
 * 
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
states?: string[]
/**
 * Only records whose day lies in the chosen period. `field` is a date field of the form; one in the form's `list.sort` is found by index, so that a month costs what a month has.
 */
between?: {
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
field: string
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
parameter: string
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
to?: string
/**
 * With `to`: how many days a record lasts at most, as a rule of the form has it. Only records that begin so long before the period are read besides; unsaid, all are read from the first one on.
 */
longest?: number
}
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
rows?: string
/**
 * A CEL expression over the fields of the form and the facts.
 */
where?: string
}
/**
 * What lines are put together by. A plain field is shown in its own words (an option's, a pupil's, a day in the Buddhist era).
 */
export interface ReportKey {
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
name: string
title: Text
value: ReportValue
/**
 * Of a day: put together by day, by week (Monday to Sunday), by month.
 */
by?: ("day" | "week" | "month")
/**
 * Also values that no line has: `all` options of the field, or all days (weeks, months) of the period; `workdays`: only the days that are neither weekend nor holiday, and whatever days there are lines of.
 */
all?: ("all" | "workdays")
/**
 * A line after each value, over the groups inside it. Not for the innermost group.
 */
subtotal?: boolean
}
/**
 * One figure: `pick` works it out of the lines of a group, only those for which `where` holds; `value` works it out of other columns of the same line; `running` adds up from line to line. One of the three.
 */
export interface ReportColumn {
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
name: string
title: Text
heading?: Text8
/**
 * count: lines (for which `where` holds). sum, average, min, max: of `of`, empty ones skipped; sums are exact to the satang. first, last: of `of`, by the day of the source and then by when the record was made. percent: how many of a hundred: `of` against `over`, each a number that is added up or a condition that is counted; without `over`, against all lines.
 */
pick?: ("count" | "sum" | "average" | "min" | "max" | "first" | "last" | "percent")
of?: ReportValue
over?: ReportValue
where?: ReportValue
/**
 * The name of a field: the key of its answer and its word in expressions.
 */
from?: string
/**
 * A CEL expression over the fields of the form and the facts.
 */
value?: string
/**
 * A CEL expression over the fields of the form and the facts.
 */
running?: string
/**
 * As many as it has, unless said; averages and percents have 2.
 */
decimals?: number
unit?: Text
/**
 * Short marks in place of the values of a narrow cell, each with its meaning below the sheet: {"present": {"mark": "/", "title": "มา"}}.
 */
marks?: {
[k: string]: ReportMark
}
}
export interface ReportMark {
mark: string
title: Text
/**
 * What is to be seen from afar.
 */
tone?: ("quiet" | "wait" | "bad")
}
/**
 * A column for each value of a key and a cell where it meets a line: pupils × days of the month. Stands between the groups and the columns.
 */
export interface ReportMatrix {
across: ReportKey
cell: ReportColumn
/**
 * Lines below, worked out for each column across and for all: present, absent. Their derived values read each other.
 * 
 * @maxItems 12
 */
foot?: ReportColumn[]
}
export interface ReportChart {
type: ("bars" | "line")
title: Text
/**
 * What stands along the bottom: the name of a group or of the matrix's key, or a key of its own (by week).
 */
x: (string | ReportKey)
/**
 * A bar or line for each value of this key (each class): then there is one series. At most eight are drawn; the rest is in the table.
 */
split?: (string | ReportKey)
/**
 * Columns that are drawn, worked out anew for each x.
 * 
 * @minItems 1
 * @maxItems 4
 * 
 * Items: The name of a field: the key of its answer and its word in expressions.
 */
series: string[]
/**
 * Bars one on another.
 */
stacked?: boolean
}
/**
 * How it is printed. Without a template: heading, the parameters in words, the sheet with its head on every page, the pictures, a place to sign for each signer.
 */
export interface ReportDocument {
paper?: ("A4" | "A4-landscape")
digits?: ("thai" | "arabic")
/**
 * Who signs below: “ครูประจำชั้น”.
 * 
 * @maxItems 6
 */
signers?: Text[]
/**
 * Whether the pictures are printed too.
 */
charts?: boolean
/**
 * Handlebars over a plain context: `title`, `organization`, `period`, `today`, `count`, `parameters` (by name), `columns` (title, numeric), `lines` (kind `row`, `subtotal`, `total`, `foot`, `brought` or `carried`, `cells` in the order of the columns, and `by` name: the group or column), `legend` (mark, title), `signers`.
 */
template?: string
}
/**
 * What people are told: a stable code, a sentence that says what to do, and where. RFC 9457 with our own members.
 */
export interface Problem {
type?: string
status?: number
/**
 * Stable, dotted: `field.required`.
 */
code: string
title: {
th: string
en: string
}
/**
 * JSON Pointer to the field, in answers or in a definition.
 */
path?: string
level?: ("refuse" | "warn")
params?: {

}
problems?: Problem[]
}
/**
 * Who acts, with the positions held on that day, their own and those acted for.
 */
export interface Actor {
account: string
person: string
/**
 * The LAO.
 */
owner: string
name: string
/**
 * A deadline acts, not a person.
 */
system?: boolean
positions: HeldPosition[]
}
export interface HeldPosition {
id: string
title: Text
/**
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
duties: string[]
/**
 * Where the position sits.
 */
organization: string
organizationName: Text
organizationKind: string
/**
 * The organizations above where it sits, nearest first.
 */
above?: string[]
/**
 * The organization from which its rights flow down.
 */
scope: string
scopeKind: string
/**
 * A day of the common era, ISO 8601.
 */
from?: string
/**
 * A day of the common era, ISO 8601.
 */
to?: string
acting?: ActingFor
}
export interface ActingFor {
delegation: string
/**
 * รักษาราชการแทน or ปฏิบัติราชการแทน.
 */
kind: ("in-charge" | "on-behalf")
person: string
name: string
}
/**
 * What a person does to a record. It says what changed, not what everything is.
 */
export interface Action {
id: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
type: string
record: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
form?: string
/**
 * The release it was filled with.
 */
release?: string
/**
 * For a new record: which of the actor's organizations it is for.
 */
organization?: string
/**
 * The revision seen when it was made; 0 for a new record.
 */
base?: number
/**
 * @maxItems 20000
 */
changes?: Change[]
comment?: string
/**
 * Codes and paths of warnings the person has seen and goes on with.
 */
warnings?: boolean
/**
 * The drawn signature: a file.
 */
signature?: string
/**
 * The draft it came from; removed with the commit.
 */
draft?: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
madeAt: string
device?: string
}
/**
 * Path of field ids and row ids joined by `/`; a missing `was` or `to` is nothing. A whole row is added or removed at `<table>/<row>`.
 */
export interface Change {
path: string
was?: unknown
to?: unknown
}
/**
 * One submitted form.
 */
export interface FormRecord {
format: 1
id: string
owner: string
form: string
/**
 * form@version.
 */
release: string
organization: string
/**
 * The organizations it belongs to, from its own up to the LAO and above.
 */
unit: string[]
/**
 * Account.
 */
author: string
authorName: string
authorPosition?: Text
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
createdAt: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
updatedAt: string
rev: number
state: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
stateSince: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
due?: string
answers: {

}
/**
 * Values without a place, by field id.
 */
retired: {

}
/**
 * The facts its rules used, each with its source.
 */
facts: {

}
signatures: Signature[]
/**
 * n of m: accounts that have signed, by action, since the state began.
 */
signing: {
[k: string]: string[]
}
/**
 * Accounts that acted on it.
 */
handlers: string[]
sealed: boolean
/**
 * Kept prints: document id → file.
 */
prints?: {
[k: string]: string
}
/**
 * What lists read, by field id, in the newest version.
 */
row: {

}
}
export interface Signature {
id: string
action: string
as?: Text
field?: string
account: string
name: string
/**
 * Whose seat it fills: the signer, or the one acted for.
 */
person?: string
position?: Text
acting?: {

}
comment?: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
at: string
image?: string
sections: string[]
/**
 * SHA-256 of the canonical JSON of the sections' answers, by field id.
 */
hash: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
void?: string
}
/**
 * It happened. The header stays for ever; the payload may be replaced by a tombstone.
 */
export interface Event {
format: 1
/**
 * owner/seq.
 */
id: string
owner: string
seq: number
/**
 * `record.submit`, `record.<action>`, `definition.published`, `organization.changed`, `record.opened`, `void` …
 */
type: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
at: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
madeAt?: string
actor?: EventActor
subject?: EventSubject
action?: string
device?: string
/**
 * SHA-256 of the payload's canonical JSON.
 */
hash: string
payload?: {

}
}
export interface EventActor {
account: string
name: string
position?: Text
acting?: {

}
}
/**
 * What it is about.
 */
export interface EventSubject {
kind: string
id: string
form?: string
unit?: string[]
}
/**
 * What the server reads from its environment.
 */
export interface Config {
PORT: number
HOST: string
DATA_DIR: string
MONGODB_URI?: string
/**
 * `small` is the same municipality with a few pupils and days.
 */
DEMO: ("on" | "small" | "off")
LOG?: ("silent" | "error" | "warn" | "info" | "debug")
PUBLIC_URL?: string
/**
 * Requests a minute for one session; 0 counts nothing.
 */
RATE_LIMIT?: number
}
/**
 * Bodies of the HTTP interface that are not definitions, actions or records themselves. A route refers to `api.schema.json#/properties/<name>`.
 */
export interface Api {
health?: Health
signIn?: SignIn
session?: Session
menu?: MenuView
menuPreview?: MenuPreview
printPreview?: PrintPreview
printPage?: PrintPage
dayWork?: DayWork
fillable?: Fillable
factsRequest?: FactsRequest
choice?: Choice
choices?: Choices
subdistrict?: Subdistrict
subdistricts?: Subdistricts
reportList?: ReportList
reportView?: ReportView
availableAction?: AvailableAction
step?: Step
recordView?: RecordView
stateView?: StateView
recordRow?: RecordRow
recordList?: RecordList
actionDone?: ActionDone
historyItem?: HistoryItem
history?: History
draft?: Draft
draftChange?: DraftChange
drafts?: Drafts
fileView?: FileView
notice?: Notice
notices?: Notices
workingCopy?: WorkingCopy
presence?: PresenceSaid
company?: Company
definitionList?: DefinitionList
versionView?: VersionView
versions?: Versions
published?: Published
templateList?: TemplateList
templateView?: TemplateView
templatePart?: TemplatePart
templateCopy?: TemplateCopy
installedTemplate?: InstalledTemplate
organizationView?: OrganizationView
organizationTree?: OrganizationTree
positionView?: PositionView
positions?: Positions
delegationView?: DelegationView
delegations?: Delegations
accountView?: AccountView
accounts?: Accounts
laoName?: LaoName
languageChange?: LanguageChange
passwordChange?: PasswordChange
organizationChange?: OrganizationChange
positionChange?: PositionChange
holdingChange?: HoldingChange
delegationChange?: DelegationChange
accountNew?: AccountNew
accountChange?: AccountChange
username?: Username
setupState?: SetupState
setupRun?: SetupRun
failures?: Failures
eventView?: EventView
}
export interface Health {
status: "ok"
storage: ("sqlite" | "mongodb")
version: string
}
export interface SignIn {
username: string
password: string
}
/**
 * Who is signed in. `csrf` goes back in the header `x-csrf` of every changing request.
 */
export interface Session {
actor: Actor
csrf: string
language: ("th" | "en")
expiresAt: string
/**
 * May define forms, menus and workflows.
 */
admin?: boolean
lao: LaoName
}
export interface LaoName {
id: string
name: Text
short?: Text
}
/**
 * The menus this actor sees, merged and filtered.
 */
export interface MenuView {
groups: MenuGroup[]
}
export interface MenuGroup {
id: string
title: Text
items: MenuItem[]
}
/**
 * Whose menus to show: a position's, with this working copy in the place of the published one.
 */
export interface MenuPreview {
position: string
menu?: {

}
}
/**
 * A print as it would be: a template as it is being written, filled with an example of a form.
 */
export interface PrintPreview {
title: Text
template: string
paper?: ("A4" | "A4-landscape")
digits?: ("thai" | "arabic")
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
form?: string
/**
 * With an example, or with nothing.
 */
filled?: ("sample" | "blank")
/**
 * With a record of the form instead, as this actor may read it; what is sensitive stays covered.
 */
record?: string
}
/**
 * `page` is there unless something refuses it.
 */
export interface PrintPage {
page?: string
problems: Problem[]
}
/**
 * What this actor's menus ask for every day, as it stands on this day.
 */
export interface DayWork {
/**
 * A day of the common era, ISO 8601.
 */
day: string
items: DayItem[]
}
/**
 * One form for one place. `field` is the day of the form.
 */
export interface DayItem {
item: string
form: string
label: Text
icon?: string
place: Choice
field: string
today: MenuToday
sent?: DaySent
}
export interface Choice {
id: string
title: Text
note?: Text
}
export interface DaySent {
record: string
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
at: string
state: StateView
figures: DayFigure[]
}
export interface StateView {
id: string
title: Text
look: ("quiet" | "move" | "wait" | "back" | "ok")
/**
 * Nothing more happens to it: what came back is refused for good, not to be corrected.
 */
final?: boolean
since?: string
due?: string
}
export interface DayFigure {
title: Text
words: string
}
/**
 * All a device needs to fill a form: the compiled form, the facts known now, and the actions that submit it.
 */
export interface Fillable {
/**
 * CompiledForm of engine/compile.
 */
form: {

}
/**
 * Facts of engine/expression.
 */
facts: {

}
/**
 * Actions from the state `new`.
 */
submit: AvailableAction[]
/**
 * Where a new record may belong; the first is the default.
 */
organizations?: Choice[]
existing?: ExistingRecord
}
/**
 * An action as this actor has it now: allowed, or why not.
 */
export interface AvailableAction {
id: string
title: Text
tone: ("main" | "plain" | "danger")
comment: ("none" | "optional" | "required")
signs: boolean
allowed: boolean
why?: Problem
acting?: Text
}
/**
 * The record that a new one of this day would repeat, by a key of the form.
 */
export interface ExistingRecord {
id: string
/**
 * A day of the common era, ISO 8601.
 */
day: string
}
export interface FactsRequest {
answers: {

}
record?: string
organization?: string
}
export interface Choices {
items: Choice[]
next?: string
}
/**
 * A subdistrict and a postcode of it; the code is the civil registry's.
 */
export interface Subdistrict {
code?: string
subdistrict: string
district: string
province: string
postcode: string
}
export interface Subdistricts {
/**
 * @maxItems 20
 */
items: Subdistrict[]
}
/**
 * The reports that this actor may open.
 */
export interface ReportList {
items: Choice[]
}
/**
 * A report as it was read just now: every text is ready to show, in the language asked for, and beside each stands its plain value.
 */
export interface ReportView {
report: ReportHead
parameters: ReportChosen[]
/**
 * A moment in UTC, ISO 8601 with milliseconds.
 */
at: string
problem?: Problem1
/**
 * How many records it was worked out of.
 */
count: number
columns: ReportViewColumn[]
lines: ReportLine[]
legend: ReportLegend[]
charts: ReportPicture[]
}
export interface ReportHead {
id: string
title: Text
description?: Text
}
/**
 * What was chosen: its value as the address writes it, its words, and of an organization what else may be chosen.
 */
export interface ReportChosen {
name: string
type: ("month" | "term" | "academic-year" | "fiscal-year" | "dates" | "organization")
title: string
value: string
words: string
optional?: boolean
options?: Choice[]
}
/**
 * What people are told: a stable code, a sentence that says what to do, and where. RFC 9457 with our own members.
 */
export interface Problem1 {
type?: string
status?: number
/**
 * Stable, dotted: `field.required`.
 */
code: string
title: {
th: string
en: string
}
/**
 * JSON Pointer to the field, in answers or in a definition.
 */
path?: string
level?: ("refuse" | "warn")
params?: {

}
problems?: Problem[]
}
export interface ReportViewColumn {
name: string
title: string
heading?: string
part: ("group" | "across" | "column")
numeric?: boolean
/**
 * A weekend or a holiday.
 */
off?: boolean
}
export interface ReportLine {
/**
 * `brought`: balances from before the period. `carried`: what they are after its last line.
 */
kind: ("row" | "subtotal" | "total" | "foot" | "brought" | "carried")
cells: string[]
values: (string | number | boolean | null)[]
}
export interface ReportLegend {
mark: string
title: string
tone?: ("quiet" | "wait" | "bad")
}
export interface ReportPicture {
type: ("bars" | "line")
title: string
xTitle: string
unit?: string
stacked?: boolean
x: string[]
series: ReportSeries[]
}
export interface ReportSeries {
title: string
values: (number | null)[]
texts: string[]
}
/**
 * A bead on the thread of a case.
 */
export interface Step {
state: string
title: Text
status: ("done" | "now" | "later")
who?: Text
at?: string
}
/**
 * A record with what its reader may see and do. Sensitive answers are masked unless they were asked for; the masked ones are named in `masked`.
 */
export interface RecordView {
record: FormRecord
form: {

}
facts: {

}
title: Text
state: StateView
actions: AvailableAction[]
steps: Step[]
documents: Choice[]
masked: string[]
/**
 * The reader may ask for what is masked: `?sensitive=true`, which is noted in the history.
 */
reveals?: boolean
/**
 * Sections that this reader may change now.
 */
editable: string[]
number?: string
}
/**
 * A record in a list: what it is, where it stands, and its columns as words.
 */
export interface RecordRow {
id: string
form: string
formTitle: Text
icon?: string
title: string
author?: string
position?: Text9
place?: Text
number?: string
state: StateView
at: string
comment?: string
/**
 * Shown value by field name.
 */
columns: {
[k: string]: string
}
/**
 * When asked for, and the record may be read: what the list knows of the answers, as they are kept, by field name; nothing sensitive.
 */
answers?: {

}
found?: FoundText
}
/**
 * Where a search found it: the field and the words around.
 */
export interface FoundText {
title: Text
words: string
}
export interface RecordList {
columns?: ListColumn[]
filters?: ListFilter[]
/**
 * What a row begins with: whoever sent it unless said.
 */
lead?: ("author" | "columns")
/**
 * The order of these rows: a field, with - before it for downwards.
 */
sort?: string
items: RecordRow[]
next?: string
form?: ListedForm
}
export interface ListColumn {
name: string
title: Text
numeric?: boolean
sortable?: boolean
}
export interface ListFilter {
name: string
title: Text
options: Choice[]
}
export interface ListedForm {
id: string
title: Text
icon?: string
create?: boolean
}
/**
 * The answer to an action; the same id gets the same answer again.
 */
export interface ActionDone {
action: string
record: string
rev: number
state: string
seq: number
numbers?: {
[k: string]: string
}
warnings?: Problem[]
}
export interface HistoryItem {
seq: number
type: string
title: Text
at: string
madeAt?: string
who?: string
position?: Text
acting?: Text
comment?: string
changes?: ShownChange[]
}
export interface ShownChange {
field: string
was?: string
to?: string
}
export interface History {
items: HistoryItem[]
next?: string
}
/**
 * A form being filled, private to its author. `field` is where the cursor was; `typed` keeps half-typed text by path.
 */
export interface Draft {
id: string
form: string
release: string
/**
 * The record it edits, if it exists.
 */
record?: string
base?: number
organization?: string
answers: {

}
typed?: {
[k: string]: string
}
field?: string
rev: number
updatedAt: string
title?: Text
}
/**
 * What changed since the draft's last save; the first one makes it. Paths are of names and row ids, joined by `/`.
 */
export interface DraftChange {
form: string
release: string
record?: string
base?: number
organization?: string
field?: string
/**
 * @maxItems 20000
 */
changes: DraftEdit[]
typed?: {
[k: string]: string
}
}
export interface DraftEdit {
path: string
to?: unknown
}
export interface Drafts {
items: Draft[]
}
export interface FileView {
id: string
name: string
type: string
/**
 * Bytes.
 */
size: number
sha256?: string
}
export interface Notice {
id: string
title: Text
record?: string
at: string
read: boolean
}
export interface Notices {
items: Notice[]
unread: number
next?: string
}
export interface WorkingCopy {
kind: string
id: string
rev: number
/**
 * The newest published one; 0 when none.
 */
version?: number
retired?: boolean
updatedAt?: string
by?: SavedBy
definition: {

}
problems: Problem[]
}
/**
 * Who saved it last.
 */
export interface SavedBy {
account: string
name: string
}
/**
 * A window has a definition open; `where` is the id of what is in hand there.
 */
export interface PresenceSaid {
window: string
where?: string
}
/**
 * Who else has it open; `self` is another window of the same account.
 */
export interface Company {
others: Presence[]
}
export interface Presence {
name: string
self: boolean
where?: string
}
export interface DefinitionList {
items: DefinitionRow[]
}
export interface DefinitionRow {
kind: string
id: string
title: Text
version: number
rev?: number
retired?: boolean
/**
 * The working copy differs from the newest version.
 */
changed?: boolean
/**
 * Of a form's working copy.
 */
workflow?: string
/**
 * Of a form's working copy.
 */
documents?: string[]
}
export interface VersionView {
kind: string
id: string
version: number
definition: {

}
at: string
by?: string
note?: string
}
export interface Versions {
items: VersionView[]
}
export interface Published {
kind: string
id: string
version: number
release?: string
seq: number
}
/**
 * What can be installed. `kind` is what it is about: the form, the report or the menu that comes with all it needs.
 */
export interface TemplateList {
items: TemplateRow[]
}
export interface TemplateRow {
id: string
title: Text
note?: Text
kind: ("form" | "report" | "menu")
}
/**
 * A form of the library as this LAO would get it: the form, what comes along, and what it needs besides. `form.id` is free here.
 */
export interface TemplateView {
id: string
/**
 * FormDefinition.
 */
form: {

}
/**
 * The LAO has a form of the template's own id: this is a copy beside it.
 */
there: boolean
/**
 * The workflow, documents and code lists that go with it.
 */
parts: TemplatePart[]
/**
 * Other forms that it reads.
 */
needs: TemplatePart[]
}
export interface TemplatePart {
kind: string
id: string
title: Text
/**
 * The LAO has it already, and it stays as it is.
 */
there: boolean
}
/**
 * What the form is to be called here.
 */
export interface TemplateCopy {
title?: Text
}
export interface InstalledTemplate {
items: InstalledDefinition[]
}
export interface InstalledDefinition {
kind: string
id: string
/**
 * False: the LAO had one of this name, and it stays as it is.
 */
copied: boolean
}
export interface OrganizationView {
id: string
kind: ("province" | "district" | "lao" | "office" | "school" | "centre" | "class")
name: Text
short?: Text
parent?: string
code?: string
rev?: number
}
export interface OrganizationTree {
items: OrganizationView[]
}
export interface PositionView {
id: string
title: Text
/**
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
duties: string[]
organization: string
scope: string
rev?: number
holders?: Holder[]
}
export interface Holder {
holding?: string
person: string
name: string
from: string
to?: string
}
export interface Positions {
items: PositionView[]
}
/**
 * รักษาราชการแทน: this person has that position's work from a day to a day.
 */
export interface DelegationView {
id: string
position: string
person: string
kind: ("in-charge" | "on-behalf")
/**
 * A day of the common era, ISO 8601.
 */
from: string
/**
 * A day of the common era, ISO 8601.
 */
to: string
order?: string
ended?: boolean
}
export interface Delegations {
items: DelegationView[]
}
export interface AccountView {
id: string
username: string
person: string
name: string
disabled?: boolean
rev?: number
}
export interface Accounts {
items: AccountView[]
next?: string
}
export interface LanguageChange {
language: ("th" | "en")
}
export interface PasswordChange {
current: string
password: string
}
export interface OrganizationChange {
kind: ("lao" | "office" | "school" | "centre" | "class")
name: Text
short?: Text
parent: string
code?: string
}
export interface PositionChange {
title: Text
/**
 * @maxItems 20
 * 
 * Items: The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
duties: string[]
organization: string
/**
 * Where its rights flow down from; the organization itself unless said.
 */
scope?: string
}
export interface HoldingChange {
position: string
person: string
/**
 * A day of the common era, ISO 8601.
 */
from: string
/**
 * A day of the common era, ISO 8601.
 */
to?: string
}
export interface DelegationChange {
position: string
person: string
kind: ("in-charge" | "on-behalf")
/**
 * A day of the common era, ISO 8601.
 */
from: string
/**
 * A day of the common era, ISO 8601.
 */
to: string
order?: string
}
/**
 * A new account, of a person who is known (`person`) or new (`name`).
 */
export interface AccountNew {
username: Username
password: string
person?: string
name?: string
phone?: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
personType?: string
}
export interface AccountChange {
password?: string
disabled?: boolean
name?: string
phone?: string
/**
 * The id of a definition, state, action, section or duty: lower-case words joined by hyphens.
 */
personType?: string
}
export interface SetupState {
/**
 * Nobody has an account yet: the set-up link may be used.
 */
open: boolean
lao?: LaoName1
demo?: DemoAccounts
}
/**
 * The only LAO of this installation, for the sign-in page.
 */
export interface LaoName1 {
id: string
name: Text
short?: Text
}
/**
 * Only of a demo, which listens on loopback alone: who may be tried, and the password of all.
 */
export interface DemoAccounts {
password: string
accounts: DemoAccount[]
}
export interface DemoAccount {
username: string
title: Text
}
export interface SetupRun {
token: string
province: Text
lao: Text
/**
 * Of the first administrator, as in letters.
 */
name: string
username: Username
password: string
}
/**
 * Effects that were given up.
 */
export interface Failures {
items: Failure[]
}
export interface Failure {
id: string
type: string
at: string
error: string
record?: string
}
export interface EventView {
items: Event[]
since: number
}
