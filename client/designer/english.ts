// Whether an author writes English beneath the Thai: a switch of the bench, remembered on the device.
import { refreshWords } from "../ui/language.js";

const key = "designer-english";
let on = localStorage.getItem(key) === "on";

export const writesEnglish = (): boolean => on;

export function turnEnglish(): void {
  on = !on;
  localStorage.setItem(key, on ? "on" : "off");
  refreshWords();
}
