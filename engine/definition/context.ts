// What a definition may name outside itself. Whatever is not given is not checked.
import type { CodesDefinition, DocumentDefinition, FormDefinition, ReportDefinition, WorkflowDefinition } from "../../schemas/types.js";

export interface DefinitionContext {
  codes?: Record<string, CodesDefinition>;
  workflows?: Record<string, WorkflowDefinition>;
  documents?: Record<string, DocumentDefinition>;
  forms?: Record<string, FormDefinition>;
  reports?: Record<string, ReportDefinition>;
  /** Duties that positions have. */
  duties?: readonly string[];
}
