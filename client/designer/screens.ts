// The screens of the designer, in one piece: who opens one of them soon opens another.
import "./designs-screen.js";
import "./form-designer.js";
