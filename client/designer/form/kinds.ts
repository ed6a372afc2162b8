// The kinds of fields as an author sees them: their names, their pictures, and the shelf each stands on.
import type { FieldType } from "../../../schemas/types.js";
import { arrowSquareOut } from "../../ui/icons/arrow-square-out.js";
import { at } from "../../ui/icons/at.js";
import { buildings } from "../../ui/icons/buildings.js";
import { calculator } from "../../ui/icons/calculator.js";
import { calendarBlank } from "../../ui/icons/calendar-blank.js";
import { calendarDots } from "../../ui/icons/calendar-dots.js";
import { camera } from "../../ui/icons/camera.js";
import { checkSquare } from "../../ui/icons/check-square.js";
import { clock } from "../../ui/icons/clock.js";
import { coins } from "../../ui/icons/coins.js";
import { crosshair } from "../../ui/icons/crosshair.js";
import { hash } from "../../ui/icons/hash.js";
import { house } from "../../ui/icons/house.js";
import { identificationBadge } from "../../ui/icons/identification-badge.js";
import { identificationCard } from "../../ui/icons/identification-card.js";
import { listBullets } from "../../ui/icons/list-bullets.js";
import { listNumbers } from "../../ui/icons/list-numbers.js";
import { note } from "../../ui/icons/note.js";
import { paperclip } from "../../ui/icons/paperclip.js";
import { percent } from "../../ui/icons/percent.js";
import { phone } from "../../ui/icons/phone.js";
import { radioButton } from "../../ui/icons/radio-button.js";
import { rows } from "../../ui/icons/rows.js";
import { signature } from "../../ui/icons/signature.js";
import { table } from "../../ui/icons/table.js";
import { textAlignLeft } from "../../ui/icons/text-align-left.js";
import { textT } from "../../ui/icons/text-t.js";
import { toggleLeft } from "../../ui/icons/toggle-left.js";
import { user } from "../../ui/icons/user.js";
import { userCircle } from "../../ui/icons/user-circle.js";
import { t, type Word } from "../../ui/words.js";

export const pictures: Record<FieldType, string> = {
  text: textT,
  "long-text": textAlignLeft,
  integer: hash,
  number: hash,
  money: coins,
  percent,
  "yes-no": toggleLeft,
  date: calendarBlank,
  time: clock,
  "academic-year": calendarDots,
  term: calendarDots,
  "fiscal-year": calendarDots,
  select: radioButton,
  "multi-select": checkSquare,
  phone,
  email: at,
  "national-id": identificationCard,
  "person-name": userCircle,
  address: house,
  location: crosshair,
  reference: arrowSquareOut,
  person: user,
  organization: buildings,
  position: identificationBadge,
  file: paperclip,
  photo: camera,
  signature,
  table,
  group: rows,
  computed: calculator,
  "running-number": listNumbers,
  note,
};

export const shelves: { title: Word; types: FieldType[] }[] = [
  { title: "palette.text", types: ["text", "long-text", "phone", "email"] },
  { title: "palette.numbers", types: ["integer", "number", "money", "percent", "date", "time", "academic-year", "term", "fiscal-year"] },
  { title: "palette.choices", types: ["select", "multi-select", "yes-no"] },
  { title: "palette.people", types: ["person-name", "national-id", "address", "person", "position", "organization", "reference"] },
  { title: "palette.files", types: ["photo", "file", "signature", "location"] },
  { title: "palette.frame", types: ["table", "group", "computed", "running-number", "note"] },
];

export const typeWords = (type: FieldType): string => t(`type.${type}`);
export const pictureOf = (type: FieldType | undefined): string => (type === undefined ? listBullets : pictures[type]);
