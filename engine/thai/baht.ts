// Amounts in words, as a receipt or an official letter writes them.
import { fromSatang, toSatang } from "./money.js";

const digitWords = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
const placeWords = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

/** The largest amount that a number holds to the satang. */
export const largestBaht = fromSatang(Number.MAX_SAFE_INTEGER);

/** หนึ่งร้อยเอ็ดบาทถ้วน for 101; rounds to the satang first. */
export function bahtText(amount: number): string {
  if (!Number.isFinite(amount) || Math.abs(amount) > largestBaht) throw new RangeError(`This amount has no words: ${amount}`);
  const satang = toSatang(Math.abs(amount));
  const baht = Math.floor(satang / 100);
  const rest = satang % 100;
  if (satang === 0) return "ศูนย์บาทถ้วน";
  const words = `${baht > 0 ? `${whole(baht, false)}บาท` : ""}${rest > 0 ? `${whole(rest, false)}สตางค์` : "ถ้วน"}`;
  return amount < 0 ? `ลบ${words}` : words;
}

// `after` says that words of a higher million stand before, so that a last 1 is read เอ็ด.
function whole(value: number, after: boolean): string {
  const low = value % 1_000_000;
  const high = Math.floor(value / 1_000_000);
  const millions = high > 0 ? `${whole(high, after)}ล้าน` : "";
  return millions + underMillion(low, after || high > 0);
}

function underMillion(value: number, after: boolean): string {
  const digits = String(value).split("").reverse().map(Number);
  return digits
    .map((digit, place) => {
      if (digit === 0) return "";
      if (place === 0 && digit === 1 && (after || value > 1)) return "เอ็ด";
      if (place === 1 && digit === 1) return "สิบ";
      if (place === 1 && digit === 2) return "ยี่สิบ";
      return `${digitWords[digit]}${placeWords[place]}`;
    })
    .reverse()
    .join("");
}
