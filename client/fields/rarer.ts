// The fields that most forms do without: their elements, and the kinds that the phone's engine begins without (scripts/slim-engine.mjs).
import { kinds } from "../../engine/fields/index.js";
import { rarer } from "../../engine/fields/rarer.js";
import "./address-field.js";
import "./email-field.js";
import "./group-field.js";
import "./location-field.js";
import "./multi-select-field.js";
import "./national-id-field.js";
import "./note-field.js";
import "./number-field.js";
import "./person-name-field.js";
import "./rows-field.js";
import "./signature-field.js";
import "./table-field.js";
import "./time-field.js";
import "./year-field.js";
import "./yes-no-field.js";

Object.assign(kinds, rarer);
