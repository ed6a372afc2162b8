// Brings the sentences of reasons, in both languages. Whatever explains imports this.
import { why as en } from "./words/en-why.js";
import { why as th } from "./words/th-why.js";
import { bringWords } from "./words.js";

bringWords(th, en);
