// A pupil of the register with all that the form asks, to call the roll of.
import type { Answers } from "./cases.js";

/** A girl in a class: the `nth` one by her number, `$row` the id of her row of classes. */
export const girl = (nth: number, name: string, room: string, $row: string): Answers => ({
  student_no: String(101 + nth),
  id_type: "none",
  prefix: "girl",
  first_name: name,
  last_name: "ใจงาม",
  sex: "female",
  birth_date: "2018-08-20",
  grade: "p2",
  classes: [{ $row, term: "2569/2", room, seat_no: nth + 1, from: "2026-11-01" }],
  admission_date: "2025-05-16",
  status: "studying",
  status_date: "2025-05-16",
  religion: "buddhist",
  reg_addr: { house: "1", subdistrict: "ทุ่ง", district: "เมือง", province: "สายบัว", postcode: "99000" },
  same_addr: true,
  guardian: { prefix: "mrs", first_name: "สมพร", last_name: "ใจงาม", relation: "mother", phone: "0812345678" },
  emergency_name: "สมพร",
  emergency_phone: "0812345678",
});
