// Thai sentences of the screens around filling: shell, home, lists, records, inbox, sign-in.
export const screens = {};
