// Problems that the server tells before or beside the form itself: requests, sign-in, rights, accounts, organizations, files, set-up.
// The sentence says what to do; the status is the HTTP status of the answer.
import { catalogue } from "./problem.js";

export const serverProblem = catalogue({
  "server.error": {
    status: 500,
    th: "ระบบขัดข้อง ข้อมูลที่บันทึกไว้แล้วอยู่ครบ โปรดลองใหม่อีกครั้ง หากยังไม่ได้ให้แจ้งผู้ดูแลระบบพร้อมรหัส {request}",
    en: "Something went wrong on our side. What was saved is safe. Try again; if it keeps failing, tell the administrator the code {request}.",
  },
  "server.not-found": { status: 404, th: "ไม่มีหน้านี้หรือข้อมูลนี้ หรือท่านไม่มีสิทธิ์เห็น", en: "There is nothing here, or you may not see it." },
  "server.invalid": {
    status: 422,
    th: "ข้อมูลที่ส่งมาไม่ตรงตามที่กำหนด: {detail} แก้แล้วส่งใหม่",
    en: "The request is not as it should be: {detail}. Correct it and send it again.",
  },
  "server.malformed": { status: 400, th: "อ่านข้อมูลที่ส่งมาไม่ได้ โปรดส่งใหม่", en: "The request could not be read. Send it again." },
  "server.unsafe-key": {
    status: 400,
    th: "ใช้ __proto__ หรือ constructor เป็นชื่อข้อมูลไม่ได้ เปลี่ยนเป็นชื่ออื่น",
    en: "The names __proto__ and constructor cannot be used as keys. Choose others.",
  },
  "server.nul": { status: 400, th: "ข้อความมีอักขระว่าง (NUL) ซึ่งเก็บไม่ได้ โปรดลบออก", en: "A text contains the character NUL, which cannot be kept. Remove it." },
  "server.half-letter": {
    status: 400,
    th: "ข้อความมีอักขระที่ไม่สมบูรณ์ซึ่งเก็บไม่ได้ โปรดลบออกแล้วพิมพ์ใหม่",
    en: "A text contains half a character, which cannot be kept. Remove it and type it again.",
  },
  "server.too-deep": {
    status: 400,
    th: "ข้อมูลซ้อนกันลึกเกิน {limit} ชั้น โปรดลดจำนวนชั้นลง",
    en: "The data is nested deeper than {limit} levels. Make it flatter.",
  },
  "server.too-large": { status: 413, th: "ข้อมูลที่ส่งมาใหญ่เกินไป โปรดแบ่งส่งหรือลดขนาด", en: "The request is too large. Split it or make it smaller." },
  "server.headers-too-large": {
    status: 431,
    th: "ที่อยู่หรือส่วนหัวของคำขอยาวเกินไป ย่อคำค้นให้สั้นลง หรือล้างคุกกี้ของเว็บนี้แล้วลองใหม่",
    en: "The address or the headers of the request are too long. Shorten the search, or clear the cookies of this site, and try again.",
  },
  "server.timeout": {
    status: 408,
    th: "ได้รับคำขอไม่ครบภายในเวลาที่กำหนด โปรดตรวจสัญญาณอินเทอร์เน็ตแล้วส่งใหม่",
    en: "The request did not arrive whole in time. Check the connection and send it again.",
  },
  "server.media-type": {
    status: 415,
    th: "ส่งข้อมูลมาในรูปแบบที่ไม่รองรับ ส่งเป็น JSON หรือเป็นไฟล์แนบตามที่กำหนด",
    en: "The request is in a format that is not supported here. Send JSON, or a file where one is asked for.",
  },
  "server.conflict": {
    status: 409,
    th: "มีผู้แก้ไขรายการนี้ไปก่อนแล้ว โปรดเปิดรายการนี้อีกครั้งแล้วแก้ไข",
    en: "Somebody changed this meanwhile. Open it again and repeat your change.",
  },
  "server.condition-missing": {
    status: 428,
    th: "ต้องระบุรุ่นที่กำลังแก้ไขในส่วนหัว If-Match",
    en: "Say which revision you are changing, in the header If-Match.",
  },
  "server.too-many": {
    status: 429,
    th: "ส่งคำขอถี่เกินไป โปรดรอ {seconds} วินาทีแล้วลองใหม่",
    en: "Too many requests. Wait {seconds} seconds and try again.",
  },
  "server.busy": { status: 503, th: "ระบบมีผู้ใช้หนาแน่น โปรดรอสักครู่แล้วลองใหม่", en: "The server is very busy. Wait a moment and try again." },
  "health.storage": {
    status: 503,
    th: "ฐานข้อมูลไม่ตอบ โปรดตรวจว่าดิสก์ไม่เต็ม โฟลเดอร์ข้อมูลเขียนได้ และถ้าใช้ MongoDB เครื่องนั้นทำงานอยู่",
    en: "The database does not answer. Check that the disk is not full, that the data folder can be written to, or that MongoDB is running.",
  },
  "health.files": {
    status: 503,
    th: "ที่เก็บไฟล์แนบไม่ตอบ โปรดตรวจโฟลเดอร์ข้อมูล",
    en: "The store of attached files does not answer. Check the data folder.",
  },

  "access.signed-out": {
    status: 401,
    th: "ยังไม่ได้เข้าสู่ระบบ หรือหมดเวลาแล้ว โปรดเข้าสู่ระบบ สิ่งที่พิมพ์ไว้ยังอยู่",
    en: "You are not signed in, or your session has ended. Sign in; what you typed is kept.",
  },
  "access.denied": {
    status: 403,
    th: "ตำแหน่งของท่านไม่มีสิทธิ์ทำรายการนี้ หากควรมี โปรดแจ้งผู้ดูแลระบบของหน่วยงาน",
    en: "None of your positions allows this. If one should, ask the administrator of your organization.",
  },
  "access.csrf": {
    status: 403,
    th: "คำขอนี้ไม่ได้มาจากหน้าจอที่ท่านเข้าสู่ระบบไว้ โปรดโหลดหน้าใหม่แล้วทำอีกครั้ง",
    en: "This request did not come from your signed-in screen. Reload the page and do it again.",
  },

  "session.wrong": {
    status: 401,
    th: "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง โปรดตรวจแป้นพิมพ์ภาษาและตัวพิมพ์ใหญ่",
    en: "The user name or the password is wrong. Check the keyboard language and capital letters.",
  },
  "session.locked": {
    status: 429,
    th: "ใส่รหัสผ่านผิดหลายครั้ง บัญชีนี้พักการเข้าสู่ระบบ {minutes} นาที",
    en: "Too many wrong passwords. Signing in to this account pauses for {minutes} minutes.",
  },
  "password.short": { th: "รหัสผ่านต้องมีอย่างน้อย {limit} ตัวอักษร", en: "The password needs at least {limit} characters." },
  "password.common": {
    th: "รหัสผ่านนี้เดาง่ายเกินไป โปรดตั้งใหม่ เช่น คำไทยสี่คำต่อกัน",
    en: "This password is too easy to guess. Choose another, for example four words in a row.",
  },
  "password.wrong": { status: 403, th: "รหัสผ่านเดิมไม่ถูกต้อง โปรดพิมพ์ใหม่", en: "The present password is wrong. Type it again." },

  "account.taken": { status: 409, th: "มีผู้ใช้ชื่อ {username} แล้ว โปรดตั้งชื่ออื่น", en: "The user name {username} is taken. Choose another." },
  "account.self": {
    status: 409,
    th: "ปิดบัญชีของตนเองไม่ได้ ให้ผู้ดูแลระบบอีกคนเป็นผู้ปิด",
    en: "You cannot close your own account. Ask another administrator to do it.",
  },
  "person.unknown": { th: "ไม่มีบุคคลนี้ในหน่วยงาน โปรดเลือกจากรายการ", en: "There is no such person in this organization. Choose from the list." },
  "organization.unknown": { th: "ไม่มีหน่วยงานนี้ โปรดเลือกจากรายการ", en: "There is no such organization. Choose from the list." },
  "organization.place": {
    th: "{kind} ตั้งอยู่ใต้ {parent} ไม่ได้ โปรดเลือกหน่วยงานต้นสังกัดใหม่",
    en: "A {kind} cannot stand under a {parent}. Choose another parent.",
  },
  "organization.loop": { th: "หน่วยงานอยู่ใต้ตนเองไม่ได้ โปรดเลือกหน่วยงานต้นสังกัดใหม่", en: "An organization cannot stand under itself. Choose another parent." },
  "position.unknown": { th: "ไม่มีตำแหน่งนี้ โปรดเลือกจากรายการ", en: "There is no such position. Choose from the list." },
  "position.scope": {
    th: "ขอบเขตของตำแหน่งต้องเป็นหน่วยงานในสังกัดเดียวกัน",
    en: "The scope of a position must be an organization of the same local government.",
  },
  "period.order": { th: "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม โปรดแก้วันใดวันหนึ่ง", en: "The last day cannot be before the first. Change one of them." },
  "period.overlap": {
    status: 409,
    th: "ผู้นี้ดำรงตำแหน่งนี้ในช่วงดังกล่าวอยู่แล้ว โปรดแก้ช่วงวัน",
    en: "This person already holds this position in that period. Change the days.",
  },
  "delegation.self": {
    th: "ผู้ดำรงตำแหน่งรักษาราชการแทนตนเองไม่ได้ โปรดเลือกผู้อื่น",
    en: "The holder cannot act for themselves. Choose somebody else.",
  },

  "file.missing": { th: "ยังไม่ได้แนบไฟล์ โปรดเลือกหนึ่งไฟล์", en: "There is no file. Choose one." },
  "file.empty": { th: "ไฟล์ {name} ว่างเปล่า โปรดเลือกไฟล์ใหม่", en: "The file {name} is empty. Choose another." },
  "file.too-large": { status: 413, th: "ไฟล์ใหญ่เกิน {limit} MB โปรดลดขนาดหรือแบ่งไฟล์", en: "The file is larger than {limit} MB. Make it smaller or split it." },
  "file.again": { status: 409, th: "เก็บไฟล์ {name} ไม่สำเร็จ โปรดแนบอีกครั้ง", en: "The file {name} could not be kept. Attach it again." },
  "file.type": {
    status: 415,
    th: "แนบไฟล์ชนิดนี้ไม่ได้ แนบได้เฉพาะ {types}",
    en: "Files of this type cannot be attached. These can: {types}.",
  },
  "file.content": {
    status: 415,
    th: "เนื้อหาของไฟล์ {name} ไม่ใช่ชนิดตามชื่อไฟล์ โปรดบันทึกไฟล์ใหม่แล้วแนบอีกครั้ง",
    en: "What is inside {name} is not what its name says. Save the file again and attach it.",
  },
  "file.broken": {
    status: 415,
    th: "ไฟล์ {name} ไม่ครบหรือเสีย โปรดเปิดดูในเครื่องก่อน แล้วแนบไฟล์ที่เปิดได้",
    en: "The file {name} is cut off or broken. Open it on your device first, and attach one that opens.",
  },

  "setup.closed": {
    status: 403,
    th: "ลิงก์ติดตั้งนี้ใช้ไม่ได้แล้ว โปรดเข้าสู่ระบบ หรือดูลิงก์ปัจจุบันที่เครื่องแม่ข่าย",
    en: "This set-up link can no longer be used. Sign in, or take the present link from the server.",
  },
});
