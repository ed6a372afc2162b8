// Brings the sentences of what opens while filling. Whatever says one of them imports this.
import { late } from "./words/th-late.js";
import { bringWords } from "./words.js";

bringWords(late);
