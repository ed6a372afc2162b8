// Holds Thai compounds together on display, so that no line breaks inside them.

// Browsers cut these inside, as the parts are words themselves. The bar shows where.
const compounds = [
  "ผู้|อำนวย|การ",
  "ผู้|ช่วย",
  "รอง|ผู้|อำนวย|การ",
  "ครู|ประจำ|ชั้น",
  "ครู|ผู้|ดูแล|เด็ก",
  "หัวหน้า|สถาน|ศึกษา",
  "หัวหน้า|งาน",
  "กอง|การ|ศึกษา",
  "นัก|วิชา|การ|ศึกษา",
  "ปลัด|เทศ|บาล",
  "นายก|เทศ|มนตรี",
  "รอง|นายก|เทศ|มนตรี",
  "เทศ|บาล|ตำบล",
  "เทศ|บาล|เมือง",
  "เทศ|บาล|นคร",
  "องค์การ|บริหาร|ส่วน|ตำบล",
  "องค์การ|บริหาร|ส่วน|จังหวัด",
  "ศูนย์|พัฒนา|เด็ก|เล็ก",
  "เจ้า|หน้า|ที่",
  "ผู้|มี|หน้า|ที่",
  "ธุร|การ",
  "รักษา|ราช|การ|แทน",
  "ปฏิบัติ|ราช|การ|แทน",
  "ปี|งบ|ประมาณ",
  "ปี|การ|ศึกษา",
  "ใบ|รับ|รอง|แพทย์",
  "วัน|ทำ|การ",
];

let hold: ((thai: string) => string) | undefined;

/** Thai with a word joiner inside official compounds, so that no line breaks there. For display only, never stored. */
export function holdTogether(thai: string): string {
  // Made at the first use, so that a bundle that never holds words together leaves the list out.
  hold ??= holder();
  return hold(thai);
}

function holder(): (thai: string) => string {
  const joined = new Map(compounds.map((parts) => [parts.replaceAll("|", ""), parts.replaceAll("|", "\u2060")]));
  const longestFirst = [...joined.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.join("|"), "g");
  return (thai) => thai.replace(any, (compound) => joined.get(compound)!);
}
