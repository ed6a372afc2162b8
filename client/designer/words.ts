// Brings the designer's sentences, in both languages, and its styles. Every screen of the designer imports it.

import { designer as en } from "../ui/words/en-designer.js";
import { designer as th } from "../ui/words/th-designer.js";
import { bringWords } from "../ui/words.js";
import "../styles/screens.css";
import "./designer.css";

bringWords(th, en);
