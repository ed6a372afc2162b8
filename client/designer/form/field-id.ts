// A new identity for a field: ten characters of base 32 by chance, as the server gives them.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

export const newFieldId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => alphabet[byte % 32]).join("");
