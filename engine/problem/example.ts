// What is different in an example of a form: what was expected, and what came out.
import { catalogue } from "./problem.js";

export const exampleProblem = catalogue({
  "example.value": { th: "คาดว่า “{title}” เป็น {expected} แต่ได้ {got}", en: "“{title}” was expected to be {expected} but is {got}." },
  "example.accepted": {
    th: "คาดว่า “{title}” จะถูกทักให้แก้ แต่กลับผ่าน",
    en: "“{title}” was expected to be refused but is accepted.",
  },
  "example.refused": { th: "คาดว่าไม่มีข้อนี้ให้แก้ แต่พบว่า {problem}", en: "This was not expected: {problem}" },
  "example.not-shown": { th: "คาดว่าแสดงช่อง “{title}” แต่กลับซ่อน", en: "“{title}” was expected to be shown but is hidden." },
  "example.not-hidden": { th: "คาดว่าซ่อนช่อง “{title}” แต่กลับแสดง", en: "“{title}” was expected to be hidden but is shown." },
  "example.next": {
    th: "คาดว่าส่งแล้วไปที่ “{expected}” แต่ไปที่ “{got}”",
    en: "It was expected to go on to “{expected}” but goes to “{got}”.",
  },
  "example.not-sent": { th: "คาดว่าส่งแล้วไปที่ “{expected}” แต่ส่งไม่ได้", en: "It was expected to go on to “{expected}” but cannot be sent." },
  // Doubts: the rest is judged all the same.
  "example.unknown-field": {
    th: "แบบฟอร์มไม่มีช่อง {name} แล้ว ส่วนนี้ของตัวอย่างจึงไม่ได้ตรวจ ใช้ผลใหม่เพื่อเอาออก",
    en: "The form has no field {name} any more, so this part is not looked at. Take the new result to drop it.",
  },
  "example.unknown-action": {
    th: "ขั้นตอนงานไม่มีการดำเนินการนี้แล้ว ขั้นต่อไปจึงไม่ได้ตรวจ ใช้ผลใหม่เพื่อเอาออก",
    en: "The workflow has no such action any more, so the next step is not looked at. Take the new result to drop it.",
  },
});
