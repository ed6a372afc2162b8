// Sends one file to the server and tells how far it is. XMLHttpRequest, as fetch cannot tell.
import type { FileView, Problem } from "../../schemas/types.js";
import { network } from "./network.js";
import { OfflineError, ProblemError } from "./problem-error.js";
import { session } from "./session.js";

/** Uploads; `progress` gets 0 to 1. */
export function upload(file: Blob, name: string, progress: (part: number) => void = () => {}): Promise<FileView> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const lost = () => {
      network.tell(false);
      fail(new OfflineError());
    };
    request.open("POST", "/api/v1/files");
    if (session.current) request.setRequestHeader("x-csrf", session.current.csrf);
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onerror = lost;
    request.onload = () => {
      let value: unknown;
      try {
        value = JSON.parse(request.responseText);
      } catch {
        return lost();
      }
      if (request.status < 300) return done(value as FileView);
      if (request.status === 401) session.lose();
      fail(new ProblemError(value as Problem, request.status));
    };
    const body = new FormData();
    body.append("file", file, name);
    request.send(body);
  });
}
