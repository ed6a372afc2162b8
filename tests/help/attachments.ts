// Attachments for tests: as small as the server takes them. What is said besides makes each one another file.

/** A picture of one dot: the header of a PNG, then whatever is said. */
export const png = (said = ""): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    Buffer.from("IHDR"),
    Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55]),
    Buffer.from(said),
  ]);

/** A letter without a page. */
export const pdf = (said = ""): Buffer => Buffer.from(`%PDF-1.7\n${said}\n%%EOF\n`);
