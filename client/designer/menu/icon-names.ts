// The pictures that a menu may name (ui/icons/named.ts).
export const iconNames: readonly string[] =
  "bell book-open bowl-food buildings bus calculator calendar-blank calendar-check calendar-dots chalkboard-teacher chart-bar check-square clipboard-text clock coins desktop envelope file-text files first-aid-kit flow-arrow folder globe graduation-cap hash heartbeat house identification-card lightbulb list-bullets list-checks map-pin megaphone money note-pencil package phone printer question ruler seal-check shield-check signature student suitcase-rolling table tray tree-structure user users users-three warning-circle wifi-high wrench".split(
    " ",
  );
