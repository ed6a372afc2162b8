// Problems of questions to the store: how a list is ordered and where its next page begins.
import { catalogue } from "./problem.js";

export const storageProblem = catalogue({
  "query.bad-cursor": {
    status: 400,
    th: "ตำแหน่งของหน้าถัดไปใช้ไม่ได้ โปรดเปิดรายการใหม่ตั้งแต่ต้น",
    en: "The position of the next page cannot be used. Open the list from its beginning.",
  },
  "query.bad-sort": { status: 400, th: "เรียงลำดับด้วย {field} ไม่ได้ เลือกช่องอื่น", en: "Sorting by {field} is not possible. Choose another field." },
});
