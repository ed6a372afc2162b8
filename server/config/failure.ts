// Why a start failed, for whoever keeps it running: the usual reasons in a sentence that names the setting, anything else as it came.
import type { Config } from "../../schemas/types.js";

/** The sentence, or undefined when it is nothing that a setting can help. */
export function startFailure(error: unknown, { PORT, HOST, DATA_DIR }: Config): string | undefined {
  switch ((error as { code?: string }).code) {
    case "EADDRINUSE":
      return `PORT "${PORT}": มีโปรแกรมอื่นใช้พอร์ตนี้อยู่ โปรดปิดโปรแกรมนั้นหรือตั้ง PORT เป็นเลขอื่น · another program uses this port; end it or set PORT to another number`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return `DATA_DIR "${DATA_DIR}", PORT "${PORT}": ไม่มีสิทธิ์เขียนโฟลเดอร์ข้อมูลหรือเปิดพอร์ตนี้ · the data folder cannot be written to, or this port may not be opened`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST "${HOST}": ไม่มีที่อยู่นี้ในเครื่องนี้ · this machine has no such address`;
    case "OTHER_STRUCTURE":
      return `DATA_DIR "${DATA_DIR}": ข้อมูลในโฟลเดอร์นี้เก็บโดยโปรแกรมรุ่นอื่น โปรดใช้โปรแกรมรุ่นนั้น หรือตั้ง DATA_DIR เป็นโฟลเดอร์อื่น · the data in this folder was kept by another version of this program; use that version, or set DATA_DIR to another folder`;
    default:
      return undefined;
  }
}
