// Problems of definitions, told to whoever designs a form, a menu, a code list or a print: what is wrong and what to do.
// Where a field is meant, `{title}` is its title, or its name while it has none.
import { catalogue } from "./problem.js";

export const definitionProblem = catalogue({
  // The whole definition.
  "definition.not-an-object": { th: "ข้อกำหนดต้องเป็นออบเจกต์ JSON หนึ่งชุด", en: "A definition must be one JSON object." },
  "definition.unknown-kind": { th: "ไม่มีข้อกำหนดชนิด {kind} ใช้ได้: {allowed}", en: "There is no kind of definition {kind}. Use one of: {allowed}." },
  "definition.too-deep": {
    th: "ข้อกำหนดซ้อนกันเกิน {limit} ชั้น ลดกลุ่มที่ซ้อนกันลง",
    en: "The definition nests deeper than {limit} levels. Use fewer groups within groups.",
  },
  "definition.too-large": {
    th: "ข้อกำหนดมีขนาด {size} ไบต์ เกิน {limit} ไบต์ แบ่งเป็นหลายแบบฟอร์ม หรือย้ายตัวเลือกไปไว้ในรายการรหัส",
    en: "The definition has {size} bytes, over the limit of {limit}. Split it over several forms, or move its options to a code list.",
  },
  "definition.too-many-fields": {
    th: "แบบฟอร์มมี {count} ช่อง เกิน {limit} ช่อง แบ่งเป็นหลายแบบฟอร์ม",
    en: "The form has {count} fields, over the limit of {limit}. Split it over several forms.",
  },
  // Shape, as the meta-schema has it.
  "definition.missing": { th: "ต้องมี {name} เพิ่มก่อนบันทึก", en: "{name} is missing. Add it before saving." },
  "definition.unknown-key": { th: "ไม่รู้จัก {name} ตรงนี้ ลบออก หรือตรวจตัวสะกด", en: "{name} means nothing here. Remove it, or check the spelling." },
  "definition.misspelt-key": { th: "ไม่รู้จัก {name} ตรงนี้ หมายถึง {suggestion} หรือไม่", en: "{name} means nothing here. Is {suggestion} meant?" },
  "definition.wrong-type": { th: "{name} ต้องเป็น{expected}", en: "{name} must be {expected}." },
  "definition.not-allowed": { th: "{name} เป็น {value} ไม่ได้ ใช้ได้: {allowed}", en: "{name} cannot be {value}. Use one of: {allowed}." },
  "definition.bad-text": { th: "ยังไม่มีข้อความภาษาไทยตรงนี้ ({name}) เขียนข้อความก่อน", en: "There are no Thai words here yet ({name}). Write them first." },
  "definition.bad-id": {
    th: "รหัส {value} ใช้ไม่ได้ ใช้อักษร a–z ตัวเล็ก ตัวเลข และขีดกลาง ขึ้นต้นด้วยอักษร ไม่เกิน 63 ตัว",
    en: "The id {value} cannot be used. Use lower-case letters, digits and hyphens, beginning with a letter, at most 63 characters.",
  },
  "definition.bad-name": {
    th: "ชื่อช่อง {value} ใช้ไม่ได้ ใช้อักษร a–z A–Z ตัวเลข และ _ ขึ้นต้นด้วยอักษร ไม่เกิน 63 ตัว",
    en: "The field name {value} cannot be used. Use letters a–z, digits and _, beginning with a letter, at most 63 characters.",
  },
  "definition.bad-field-id": {
    th: "x-id {value} ใช้ไม่ได้ ต้องเป็นอักษร a–z ตัวเล็กหรือตัวเลข 10 ตัว ลบออกแล้วระบบจะให้ใหม่",
    en: "The x-id {value} cannot be used: it is 10 lower-case letters or digits. Remove it and a new one is given.",
  },
  "definition.bad-who": {
    th: "{value} ไม่ใช่ผู้มีสิทธิที่ใช้ได้ เขียนเป็นหน้าที่ เช่น school-director หรือ author, handler, anyone",
    en: "{value} does not name who. Write a duty such as school-director, or author, handler, anyone.",
  },
  "definition.bad-form": { th: "{name} เขียนว่า {value} ไม่ได้ ต้องตรงแบบ {pattern}", en: "{name} cannot be written {value}. It must match {pattern}." },
  "definition.out-of-size": { th: "{name} ต้อง{relation} {limit}", en: "{name} must have {relation} {limit}." },
  // Fields.
  "definition.reserved-name": {
    th: "ชื่อช่อง {name} เป็นคำที่สูตรใช้อยู่แล้ว เปลี่ยนเป็นชื่ออื่น เช่น {suggestion}",
    en: "The field name {name} is a word of expressions. Use another, such as {suggestion}.",
  },
  "definition.name-taken": { th: "มีช่องชื่อ {name} อยู่แล้ว ใช้ชื่ออื่น", en: "There is a field {name} already. Use another name." },
  "definition.no-title": { th: "ช่อง {name} ยังไม่มีคำถามให้ผู้กรอกเห็น เขียนคำถาม", en: "The field {name} has no title for people to read. Give it one." },
  "definition.no-id": { th: "ช่อง{title}ยังไม่มี x-id บันทึกข้อกำหนดใหม่แล้วระบบจะให้เอง", en: "{title} has no x-id. Save the definition again and it is given one." },
  "definition.repeated-id": {
    th: "ช่อง{title}มี x-id {id} ซ้ำกับช่อง{other} ลบ x-id ของช่องที่คัดลอกมา ระบบจะให้ใหม่",
    en: "{title} has the x-id {id} of {other}. Remove it from the copied field; a new one is given.",
  },
  "definition.no-type": { th: "ไม่รู้ว่าช่อง{title}เป็นชนิดใด ใส่ x-field หรือ type", en: "What kind of field {title} is cannot be told. Give it x-field or type." },
  "definition.type-mismatch": {
    th: "ช่อง{title}เป็นชนิด {field} จึงใช้ type {type} ไม่ได้ ใช้ {expected}",
    en: "{title} is a field of kind {field}, so its type cannot be {type}. Use {expected}.",
  },
  "definition.keyword-not-for-type": {
    th: "ช่อง{title}เป็นชนิด {field} ซึ่งไม่ใช้ {keyword} ลบออก หรือเปลี่ยนชนิดช่อง",
    en: "{title} is a field of kind {field}, which has no {keyword}. Remove it, or change the kind.",
  },
  "definition.no-options": {
    th: "ช่อง{title}ยังไม่มีตัวเลือก พิมพ์ตัวเลือก หรือเลือกรายการของ อปท.",
    en: "{title} has nothing to choose from. Give it x-options, x-codes or enum.",
  },
  "definition.options-twice": {
    th: "ช่อง{title}มีตัวเลือกจากหลายที่ เลือกใช้แห่งเดียว",
    en: "{title} has choices from several places. Keep one of x-options, x-codes and enum.",
  },
  "definition.option-repeated": { th: "ช่อง{title}มีตัวเลือก {options} ซ้ำ ลบให้เหลือหนึ่ง", en: "{title} has the options {options} more than once. Keep one of each." },
  "definition.all-options-retired": {
    th: "ตัวเลือกของช่อง{title}เลิกใช้ทั้งหมด เพิ่มตัวเลือกใหม่ หรือลบช่องนี้",
    en: "All options of {title} are retired. Add one, or remove the field.",
  },
  "definition.bounds": {
    th: "ช่อง{title}มี {low} ({least}) มากกว่า {high} ({most}) สลับหรือแก้ค่าใดค่าหนึ่ง",
    en: "{title} has {low} ({least}) above {high} ({most}). Change one of them.",
  },
  "definition.bound-not-whole": {
    th: "ช่อง{title}เป็นจำนวนเต็ม ขอบเขต {value} จึงต้องเป็นจำนวนเต็ม",
    en: "{title} is a whole number, so its bound {value} must be whole too.",
  },
  "definition.year-bounds": {
    th: "ช่อง{title}เป็นปี พ.ศ. ขอบเขต {value} ต้องอยู่ระหว่าง {first} ถึง {last}",
    en: "{title} is a Buddhist-era year, so its bound {value} must be from {first} to {last}.",
  },
  "definition.bad-pattern": { th: "รูปแบบ {pattern} ของช่อง{title}ใช้ไม่ได้: {detail}", en: "The pattern {pattern} of {title} cannot be used: {detail}" },
  "definition.too-many-decimals": { th: "ช่อง{title}มีทศนิยมได้ไม่เกิน {limit} ตำแหน่ง ลดจำนวนลง", en: "{title} may have at most {limit} decimal places. Use fewer." },
  "definition.needs-form": {
    th: "ช่อง{title}ยังไม่ได้บอกว่าอ้างถึงแบบฟอร์มใด เลือกแบบฟอร์ม",
    en: "{title} must say with x-form which form's records it refers to.",
  },
  "definition.needs-value": { th: "ช่อง{title}คำนวณให้ แต่ยังไม่มีสูตร เขียนสูตร", en: "{title} is computed, so it needs an expression in x-value." },
  "definition.needs-series": {
    th: "ช่อง{title}ออกเลขเอง ต้องบอกชุดเลขและรอบที่เริ่มนับใหม่",
    en: "{title} is a running number, so x-number must say its series and period.",
  },
  "definition.number-pattern": {
    th: "แบบเลขที่ของช่อง{title}ต้องมี {n} หนึ่งแห่ง เช่น ล {n}/{year}",
    en: "The number pattern of {title} must have {n} once, such as L {n}/{year}.",
  },
  "definition.needs-items": {
    th: "ช่อง{title}ใช้ {keyword} ได้เมื่อเป็นรายการ ใส่ type array และ items ให้ครบ",
    en: "{title} needs type array and items for {keyword}.",
  },
  "definition.items-type": { th: "items ของช่อง{title}ต้องเป็นชนิด {expected}", en: "The items of {title} must be of type {expected}." },
  "definition.needs-properties": {
    th: "ช่อง{title}ยังไม่มีช่องอยู่ข้างใน เพิ่มอย่างน้อยหนึ่งช่อง",
    en: "{title} has no fields in it. Add at least one to properties.",
  },
  "definition.table-in-table": {
    th: "ช่อง{title}เป็นตารางซ้อนในตาราง ย้ายออกมาเป็นตารางของแบบฟอร์ม",
    en: "{title} is a table within a table. Move it out, to be a table of the form.",
  },
  "definition.too-many-rows": {
    th: "ช่อง{title}กำหนดแถวได้ไม่เกิน {limit} แถว ที่เขียนไว้คือ {count}",
    en: "{title} may have at most {limit} rows; {count} are asked for.",
  },
  "definition.default-type": { th: "ค่าตั้งต้นของช่อง{title}ต้องเป็น{expected}", en: "The default of {title} must be {expected}." },
  "definition.default-not-valid": {
    th: "ค่าตั้งต้นของช่อง{title}ไม่ผ่านเงื่อนไขของช่องนี้: {detail}",
    en: "The default of {title} breaks the field's own rules: {detail}",
  },
  "definition.default-twice": {
    th: "ช่อง{title}มีค่าตั้งต้นสองอย่าง คือค่าคงที่และสูตร เหลือไว้อย่างเดียว",
    en: "{title} has both default and x-default. Keep one.",
  },
  "definition.value-and-default": {
    th: "ช่อง{title}คำนวณให้แล้ว จึงไม่มีค่าตั้งต้น เอา {keyword} ออก",
    en: "{title} is computed by x-value, so it has no default. Remove {keyword}.",
  },
  "definition.required-unknown": {
    th: "รายการช่องที่ต้องตอบมี {name} ซึ่งไม่มีช่องนี้ ลบออก หรือเพิ่มช่องนี้",
    en: "required names {name}, which is not a field here. Remove it, or add the field.",
  },
  "definition.required-misspelt": {
    th: "รายการช่องที่ต้องตอบมี {name} ซึ่งไม่มีช่องนี้ หมายถึง {suggestion} หรือไม่",
    en: "required names {name}, which is not a field here. Is {suggestion} meant?",
  },
  "definition.required-hidden": {
    th: "ช่อง{title}บังคับตอบเสมอ แต่ซ่อนได้ตามเงื่อนไขการแสดง ให้ต้องตอบเฉพาะเมื่อแสดง หรือไม่บังคับตอบ",
    en: "{title} can be hidden by x-show, so it cannot stand in required. Put the condition in x-require.",
  },
  "definition.required-in-hidden-section": {
    th: "ช่อง{title}บังคับตอบเสมอ แต่อยู่ในส่วน {section} ที่ซ่อนได้ ให้ต้องตอบเฉพาะเมื่อแสดง หรือไม่บังคับตอบ",
    en: "{title} stands in the section {section}, which can be hidden, so it cannot stand in required. Use x-require.",
  },
  "definition.required-unanswerable": {
    th: "ช่อง{title}เป็นชนิดที่ผู้กรอกตอบเองไม่ได้ จึงบังคับตอบไม่ได้",
    en: "Nobody fills in {title}: a field of its kind cannot be required.",
  },
  "definition.never-shown": {
    th: "{title}ไม่มีทางแสดง เพราะเงื่อนไขการแสดงไม่เป็นจริงกับคำตอบใดเลย แก้เงื่อนไข หรือให้แสดงเสมอ",
    en: "{title} never shows: no answer makes its condition true. Change the condition, or show it always.",
  },
  "definition.required-never-shown": {
    th: "ช่อง{title}ต้องตอบแต่ไม่มีทางแสดง เพราะเงื่อนไขการแสดงไม่เป็นจริงกับคำตอบใดเลย แก้เงื่อนไข หรือไม่บังคับตอบ",
    en: "{title} must be answered but never shows: no answer makes its condition true. Change the condition, or do not require it.",
  },
  "definition.repeated-name": { th: "{list} มี {name} ซ้ำ ลบให้เหลือหนึ่ง", en: "{list} has {name} more than once. Keep one." },
  "definition.unknown-field": {
    th: "{list} อ้างถึงช่อง {name} ซึ่งไม่มีในแบบฟอร์ม ลบออก หรือเพิ่มช่องนี้",
    en: "{list} names the field {name}, which the form does not have. Remove it, or add the field.",
  },
  "definition.misspelt-field": {
    th: "{list} อ้างถึงช่อง {name} ซึ่งไม่มีในแบบฟอร์ม หมายถึง {suggestion} หรือไม่",
    en: "{list} names the field {name}, which the form does not have. Is {suggestion} meant?",
  },
  // Expressions: their own problems are expression.*.
  "definition.cycle": {
    th: "ช่องเหล่านี้อ้างกันเป็นวง: {cycle} แก้สูตรช่องใดช่องหนึ่งไม่ให้ย้อนกลับมา",
    en: "These fields read each other in a circle: {cycle}. Change one of the expressions so that it does not come back.",
  },
  "definition.too-costly": {
    th: "สูตรนี้อาจต้องทำงาน {steps} ขั้นเมื่อตารางเต็ม เกิน {limit} ขั้น ลด maxItems ของตาราง หรือคำนวณทีละส่วนในช่องอื่น",
    en: "This expression may take {steps} steps when its tables are full, over the limit of {limit}. Lower maxItems of the table, or work parts out in other fields.",
  },
  "definition.all-too-costly": {
    th: "สูตรทั้งหมดของแบบฟอร์มอาจต้องทำงาน {steps} ขั้นเมื่อตารางเต็ม เกิน {limit} ขั้น ลด maxItems ของตาราง",
    en: "All expressions of the form together may take {steps} steps when its tables are full, over the limit of {limit}. Lower maxItems of its tables.",
  },
  // Layout.
  "definition.placed-twice": {
    th: "ช่อง{title}วางไว้สองแห่ง คือ {first} และ {second} เหลือไว้แห่งเดียว",
    en: "{title} is placed twice, in {first} and {second}. Keep one.",
  },
  "definition.not-placed": {
    th: "ช่อง{title}ยังไม่ได้วางในหน้าใด ผู้กรอกจะไม่เห็น วางไว้ในส่วนใดส่วนหนึ่ง",
    en: "{title} is placed in no section, so nobody could fill it in. Put it in one.",
  },
  "definition.repeated-section": { th: "มีส่วน {id} มากกว่าหนึ่ง เปลี่ยน id ของส่วนที่คัดลอกมา", en: "There is more than one section {id}. Change the id of the copy." },
  // Lists, keys, references.
  "definition.not-sortable": {
    th: "เรียงรายการตามช่อง{title}ไม่ได้เพราะชนิดของช่อง เอาออกจากการเรียง",
    en: "A list cannot be sorted by {title}, because of its kind. Take it out of the order.",
  },
  "definition.not-filterable": {
    th: "กรองรายการด้วยช่อง{title}ไม่ได้เพราะชนิดของช่อง เอาออกจากตัวกรอง",
    en: "A list cannot be filtered by {title}, because of its kind. Take it out of the filters.",
  },
  "definition.not-searchable": {
    th: "ค้นหาในช่อง{title}ไม่ได้เพราะชนิดของช่อง เอาออกจากการค้นหา",
    en: "{title} cannot be searched, because of its kind. Take it out of the search.",
  },
  "definition.not-shown-in-list": {
    th: "ช่อง{title}เป็นคอลัมน์ของรายการไม่ได้เพราะชนิดของช่อง เอาออกจากคอลัมน์",
    en: "{title} cannot be a column, because of its kind. Take it out of the columns.",
  },
  "definition.key-not-usable": {
    th: "ใช้ช่อง{title}กันส่งซ้ำไม่ได้เพราะชนิดของช่อง เอาออก",
    en: "{title} cannot tell one record from another, because of its kind. Take it out.",
  },
  "definition.sensitive-search": {
    th: "ช่อง{title}เป็นข้อมูลอ่อนไหว จึงค้นหา กรอง หรือเรียงด้วยไม่ได้ เอาออกจาก{list}",
    en: "{title} is sensitive, so lists cannot search, filter or sort by it. Take it out of {list}.",
  },
  "definition.sensitive-reference": {
    th: "ช่อง{title}เป็นข้อมูลอ่อนไหว จึงให้แบบฟอร์มอื่นอ่านไม่ได้ เอาออกจากช่องที่ให้แบบฟอร์มอื่นอ่าน",
    en: "{title} is sensitive, so other forms cannot show it. Take it out of reference.",
  },
  "definition.access-place": {
    th: "ช่องที่บอกหน่วยงานของเรื่องคือ {name} ซึ่งไม่ใช่ช่องชนิดหน่วยงานของแบบฟอร์มนี้ เลือกช่องอื่น หรือไม่ใช้",
    en: "access.place names {name}, which is no organization field of this form.",
  },
  "definition.actor-cannot-read": {
    th: "ผู้ที่ต้อง “{action}” เปิดอ่านเรื่องไม่ได้ จึงดำเนินการไม่ได้ เพิ่มผู้มีหน้าที่นี้ใน “ใครเปิดอ่านได้”",
    en: "Whoever should do “{action}” may not read the record, so cannot do it. Add them to those who may read.",
  },
  "definition.rows-and-value": {
    th: "ตาราง{title}มีทั้ง x-rows และ x-value เลือกอย่างเดียว: x-rows ให้คนกรอกต่อในแถว x-value ให้สูตรทำทั้งหมด",
    en: "The table {title} has both x-rows and x-value. Keep one: with x-rows people fill in the rows, with x-value a formula gives all of it.",
  },
  "definition.sheet-needs-rows": {
    th: "ตาราง{title}แสดงเป็นแผ่นรายชื่อ (sheet) ต้องมี x-rows และมีคอลัมน์แบบเลือก (select) อย่างน้อยหนึ่ง",
    en: "The table {title} is shown as a sheet, so it needs x-rows and at least one column that is a select.",
  },
  "definition.display-not-for-type": {
    th: "ช่อง{title}เป็นชนิด {field} แสดงแบบ {display} ไม่ได้",
    en: "{title} is of kind {field}, so it cannot be displayed as {display}.",
  },
  // Lookups.
  "definition.lookup-needs-field": { th: "ข้อมูลอ้างอิง {name} แบบ {pick} ต้องบอก field ที่จะอ่าน", en: "The lookup {name} picks {pick}, so it must say which field." },
  "definition.lookup-run": {
    th: "ข้อมูลอ้างอิง {name} นับช่วงติดต่อกัน (run) ต้องบอกเงื่อนไขใน while และ while ใช้กับ run เท่านั้น",
    en: "The lookup {name} counts a run, so it must say while; and only a run has a while.",
  },
  "definition.lookup-where": {
    th: "เงื่อนไขของข้อมูลอ้างอิง {name} อ้างถึง {value} ซึ่งไม่มีในแบบฟอร์ม ตรวจตัวสะกด หรือเพิ่มช่องนี้",
    en: "The condition of the lookup {name} names {value}, which this form does not have. Check the spelling, or add the field.",
  },
  "definition.lookup-not-offered": {
    th: "แบบฟอร์ม {form} ไม่เปิดช่อง {field} ให้แบบฟอร์มอื่นอ่าน เพิ่มใน reference ของแบบฟอร์มนั้นก่อน",
    en: "The form {form} does not offer its field {field} to other forms. Add it to that form's reference first.",
  },
  // Examples of a form. What is different in one is said by example.*.
  "definition.repeated-example": {
    th: "มีตัวอย่างที่ใช้รหัส {id} มากกว่าหนึ่ง เปลี่ยน id ของตัวอย่างที่คัดลอกมา",
    en: "There is more than one example {id}. Change the id of the copy.",
  },
  "definition.example-failed": {
    th: "ตัวอย่าง “{example}” ไม่ได้ผลตามที่คาด ({differences}) แก้แบบฟอร์ม หรือเปิดตัวอย่างแล้วใช้ผลใหม่",
    en: "The example “{example}” does not come out as expected: {differences} Change the form, or take the new result as expected.",
  },
  "definition.example-doubt": { th: "ตัวอย่าง “{example}”: {doubts}", en: "The example “{example}”: {doubts}" },
  "definition.examples-not-run": {
    th: "ยังไม่ได้ตรวจตัวอย่าง {count} รายการเพราะต้องคำนวณนาน ตัวอย่างทั้งหมดจะตรวจเมื่อเผยแพร่",
    en: "{count} examples were not run, as they take long to work out. All of them run when it is published.",
  },
  // Asked once is enough.
  "definition.asked-elsewhere": {
    th: "แบบฟอร์ม “{form}” ถาม “{title}” อยู่แล้ว ถ้าเป็นข้อมูลเดียวกัน ดึงมาใช้แทนการถามซ้ำได้",
    en: "The form “{form}” asks “{title}” already. If it is the same, take the answer from there instead of asking again.",
  },
  "definition.asked-elsewhere-closed": {
    th: "แบบฟอร์ม “{form}” ถาม “{title}” อยู่แล้ว ถ้าเป็นข้อมูลเดียวกัน เปิดช่องนี้ให้แบบฟอร์มอื่นอ่านในแบบฟอร์มนั้นก่อน แล้วดึงมาใช้แทนการถามซ้ำ",
    en: "The form “{form}” asks “{title}” already. If it is the same, offer that field to other forms there first, then take the answer from it.",
  },
  "definition.asked-elsewhere-many": {
    th: "แบบฟอร์ม “{form}” ถามเรื่องเดียวกันอยู่แล้ว {count} ช่อง เช่น {titles} ถ้าเป็นข้อมูลเดียวกัน ให้ดึงมาใช้แทนการถามซ้ำ",
    en: "The form “{form}” asks {count} of these already, such as {titles}. If they are the same, take the answers from there instead of asking again.",
  },
  // What it names elsewhere.
  "definition.unknown-report": {
    th: "ไม่มีรายงาน {name} สร้างรายงานก่อน หรือตรวจตัวสะกด",
    en: "There is no report {name}. Make it first, or check the spelling.",
  },
  "definition.unknown-form": { th: "ไม่มีแบบฟอร์ม {name} ที่อ้างถึง ตรวจตัวสะกด หรือสร้างก่อน", en: "There is no form {name}. Check the spelling, or make it first." },
  "definition.unknown-codes": {
    th: "ไม่มีรายการรหัส {name} ที่อ้างถึง ตรวจตัวสะกด หรือสร้างก่อน",
    en: "There is no code list {name}. Check the spelling, or make it first.",
  },
  "definition.unknown-workflow": {
    th: "ไม่มีขั้นตอนงาน {name} ที่อ้างถึง ตรวจตัวสะกด หรือสร้างก่อน",
    en: "There is no workflow {name}. Check the spelling, or make it first.",
  },
  "definition.unknown-document": {
    th: "ไม่มีแบบพิมพ์ {name} ที่อ้างถึง ตรวจตัวสะกด หรือสร้างก่อน",
    en: "There is no print template {name}. Check the spelling, or make it first.",
  },
  "definition.document-field": {
    th: "เอกสาร “{document}” ใช้ {fields} ซึ่งแบบฟอร์มนี้ไม่มี จะพิมพ์เป็นที่ว่าง แก้ในเอกสารนั้น",
    en: "The document “{document}” uses {fields}, which this form has not, so nothing is printed there. Change the document.",
  },
  "definition.unknown-action": {
    th: "ขั้นตอนงานไม่มีการดำเนินการ {name} ตรวจตัวสะกด หรือเพิ่มในขั้นตอนงาน",
    en: "The workflow has no action {name}. Check the spelling, or add it to the workflow.",
  },
  "definition.unknown-duty": {
    th: "ไม่มีตำแหน่งใดมีหน้าที่ {name} ตรวจตัวสะกด หรือเพิ่มหน้าที่นี้ให้ตำแหน่งก่อน",
    en: "No position has the duty {name}. Check the spelling, or give it to a position first.",
  },
  "definition.misspelt-duty": { th: "ไม่มีตำแหน่งใดมีหน้าที่ {name} หมายถึง {suggestion} หรือไม่", en: "No position has the duty {name}. Is {suggestion} meant?" },
  "definition.create-by-relation": {
    th: "ผู้กรอกเรื่องใหม่เป็น {name} ไม่ได้ เพราะยังไม่มีเรื่อง เลือกหน้าที่ของตำแหน่ง หรือทุกคน",
    en: "{name} cannot create a record, as there is none yet. Name a duty, or anyone.",
  },
  // Code lists.
  "definition.no-such-day": { th: "{value} ไม่ใช่วันที่ที่มีอยู่จริง เขียนแบบ 2026-11-25", en: "{value} is not a day that exists. Write it as 2026-11-25." },
  "definition.codes-dates": {
    th: "แถว {id} เริ่ม {from} หลังวันสิ้นสุด {to} แก้วันใดวันหนึ่ง",
    en: "The row {id} begins on {from}, after it ends on {to}. Change one of the days.",
  },
  "definition.codes-steps": {
    th: "แถว {id} มี min ({least}) มากกว่า max ({most}) แก้ค่าใดค่าหนึ่ง",
    en: "The row {id} has min ({least}) above max ({most}). Change one of them.",
  },
  "definition.codes-overlap": {
    th: "รหัส {id} มีสองแถวที่ใช้ในวันเดียวกัน ใส่วันสิ้นสุดให้แถวเก่า",
    en: "The code {id} has two rows for the same days. Give the older one a last day.",
  },
  "definition.steps-overlap": {
    th: "แถว {first} และ {second} ใช้กับขั้นเดียวกันในวันเดียวกัน แก้ min หรือ max",
    en: "The rows {first} and {second} hold for the same step on the same days. Change min or max.",
  },
  "definition.codes-parent": {
    th: "แถว {id} อยู่ใต้ {parent} ซึ่งไม่มีในรายการ แก้ parent หรือเพิ่มแถวนั้น",
    en: "The row {id} stands under {parent}, which is not in the list. Change the parent, or add that row.",
  },
  "definition.codes-parent-cycle": {
    th: "แถวเหล่านี้อยู่ใต้กันเป็นวง: {cycle} แก้ parent ของแถวหนึ่ง",
    en: "These rows stand under each other in a circle: {cycle}. Change the parent of one.",
  },
  // Menus.
  "definition.repeated-item": {
    th: "มีรายการเมนู {id} มากกว่าหนึ่ง เปลี่ยน id ของรายการที่คัดลอกมา",
    en: "There is more than one menu item {id}. Change the id of the copy.",
  },
  "definition.item-leads-nowhere": {
    th: "เมนู{title}ยังไม่ได้กำหนดปลายทาง ใส่ target หรือรายการย่อย",
    en: "The menu item {title} leads nowhere. Give it a target or items.",
  },
  "definition.no-day-work": {
    th: "เมนู{title}ยังเป็นงานของวันไม่ได้ ต้องเปิดแบบฟอร์มที่มี keys กันส่งซ้ำวันละหนึ่งฉบับในหน่วยงาน (within: unit) หรือลบ today",
    en: "The menu item {title} cannot be work of the day: it needs a form whose keys refuse a second record of a day within the unit. Give it one, or remove today.",
  },
  "definition.item-leads-twice": {
    th: "เมนู{title}มีทั้ง target และรายการย่อย เหลือไว้อย่างเดียว",
    en: "The menu item {title} has both a target and items. Keep one.",
  },
  "definition.menu-too-deep": { th: "เมนู{title}ซ้อนลึกเกิน {limit} ชั้น ย้ายขึ้นมาใกล้ชั้นแรก", en: "The menu item {title} lies deeper than {limit} levels. Move it up." },
  // Print templates.
  "definition.template-unescaped": {
    th: "บรรทัด {line}: {found} ไม่กรองคำตอบของผู้กรอก ใช้ปีกกาสองชั้น {{…}}",
    en: "Line {line}: {found} does not make answers safe. Use two braces: {{…}}.",
  },
  "definition.template-forbidden": { th: "บรรทัด {line}: แบบพิมพ์อ่าน {found} ไม่ได้ ลบออก", en: "Line {line}: a template may not read {found}. Remove it." },
  "definition.template-script": {
    th: "บรรทัด {line}: แบบพิมพ์มี {found} ไม่ได้ เพราะเป็นคำสั่งที่ทำงานได้เอง ลบออก",
    en: "Line {line}: a template may not have {found}, as it can run. Remove it.",
  },
  "definition.template-unclosed": {
    th: "บรรทัด {line}: เปิด {found} ไว้แล้วยังไม่ปิด ปิดให้ครบคู่",
    en: "Line {line}: {found} is opened and not closed. Close it.",
  },
  "definition.template-unopened": {
    th: "บรรทัด {line}: ปิด {found} โดยไม่ได้เปิด ลบออก หรือเปิดไว้ก่อน",
    en: "Line {line}: {found} closes what is not open. Remove it, or open it before.",
  },
  "definition.template-field": {
    th: "บรรทัด {line}: แบบฟอร์ม “{form}” ไม่มี {found} ตรงนี้จะพิมพ์เป็นที่ว่าง เลือกช่องใหม่จากรายการ หรือลบออก",
    en: "Line {line}: the form “{form}” has no {found}, so nothing is printed here. Choose a field from the list, or remove it.",
  },
  "definition.template-name": {
    th: "บรรทัด {line}: ไม่มี {found} ให้พิมพ์ ตรงนี้จะเป็นที่ว่าง เลือกจากรายการ หรือลบออก",
    en: "Line {line}: there is no {found} to print, so nothing stands here. Choose from the list, or remove it.",
  },
});
