/** What is said where an entry is treated as 360°. */
export interface ProjectionMessages {
  readonly title: string;
  readonly choiceLabel: string;
  readonly flat: string;
  readonly flatText: string;
  readonly mono: string;
  readonly monoText: string;
  readonly topBottom: string;
  readonly topBottomText: string;
  readonly leftRight: string;
  readonly leftRightText: string;
  readonly layoutNotKept: string;
  readonly effect: string;
  readonly save: string;
  readonly cancel: string;

  readonly saving: (name: string) => string;
  readonly savedFlat: (name: string) => string;
  readonly savedMono: (name: string) => string;
  readonly savedTopBottom: (name: string) => string;
  readonly savedLeftRight: (name: string) => string;
  readonly undone: (name: string) => string;
  readonly undo: string;
  readonly dismiss: string;

  readonly notYours: (name: string, owner: string) => string;
  readonly noRight: (name: string) => string;
  readonly gone: (name: string) => string;
  readonly notKept: (name: string) => string;
  /** Another sentence follows, which says why. */
  readonly unchanged: (name: string) => string;
}
