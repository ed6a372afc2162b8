// What goes to the rendering worker and what comes back: plain data.

/** Why a template makes no page. */
export type TemplateFault =
  | { fault: "syntax"; line?: number; message: string }
  | { fault: "forbidden"; line?: number; what: string }
  | { fault: "large" | "time" | "memory" };

export interface RenderJob {
  id: number;
  template: string;
  /** Absent: the template is only checked. */
  context?: unknown;
  maxOutput: number;
}

export type Rendered = { html: string } | { faults: TemplateFault[] };
export type RenderAnswer = Rendered & { id: number };
