// What every element of ours is: a custom element that Lit's templates draw into the light DOM, so that the one style sheet, labels and assistive tools reach it.
// It knows the part of LitElement that we use, at a third of its weight: a phone loads it before the first letter can be typed.
import { render as draw } from "lit";
import { onLanguage } from "./language.js";

/** A property draws the element again when it changes; `attribute: false` and `state` keep it out of the markup. */
export interface PropertyOptions {
  attribute?: boolean;
  state?: boolean;
  type?: unknown;
}
export type Properties = Record<string, PropertyOptions>;
/** Names of what changed since the last drawing, with the values before. */
export type Changed = Map<PropertyKey, unknown>;

export class TfElement extends HTMLElement {
  static properties: Properties = {};
  /** Property names by attribute. */
  static attributes: Map<string, string>;

  /** Asked once of each class, when it is defined: the moment to make its properties. */
  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: each class has its own
    return define(this);
  }

  /** Drawing is on its way; undefined before the element's code is here. */
  isUpdatePending = false;
  hasUpdated = false;
  /** What its properties hold. */
  readonly held = new Map<string, unknown>();
  private place: { host: object; renderBefore: ChildNode | null } | undefined;
  private changed: Changed = new Map();
  private going: Promise<void> | undefined;
  private begin = () => {};
  private readonly begun = new Promise<void>((done) => {
    this.begin = done;
  });
  /** What was given before the element's code came: it stands above what the constructor says. */
  private early: Properties | undefined;
  private stops: (() => void)[] = [];

  constructor() {
    super();
    const own = this as unknown as Record<string, unknown>;
    for (const name of Object.keys((this.constructor as typeof TfElement).properties)) {
      if (!Object.hasOwn(own, name)) continue;
      this.early = { ...this.early, [name]: own[name] as PropertyOptions };
      delete own[name];
    }
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.begin();
    this.while(onLanguage(() => this.requestUpdate()));
  }

  disconnectedCallback(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    const { attributes, properties } = this.constructor as typeof TfElement;
    const name = attributes.get(attribute)!;
    (this as unknown as Record<string, unknown>)[name] = properties[name]?.type === Boolean ? value !== null : value;
  }

  /** Draws soon, once for all that changes until then. */
  requestUpdate(name?: PropertyKey, before?: unknown): void {
    if (name !== undefined && !this.changed.has(name)) this.changed.set(name, before);
    if (this.isUpdatePending) return;
    this.isUpdatePending = true;
    this.going = this.begun.then(() => this.update());
  }

  /** Resolves when it is drawn. */
  get updateComplete(): Promise<unknown> {
    return this.going ?? Promise.resolve();
  }

  protected willUpdate(_changed: Changed): void {}
  protected firstUpdated(_changed: Changed): void {}
  protected updated(_changed: Changed): void {}
  protected render(): unknown {
    return undefined;
  }

  /** Keeps a subscription for as long as the element is on the page. */
  protected while(stop: () => void): void {
    this.stops.push(stop);
  }

  /** Tells the elements around it. */
  protected tell<T>(type: string, detail?: T): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable: true }));
  }

  private update(): void {
    if (this.early) Object.assign(this, this.early);
    this.early = undefined;
    const { changed } = this;
    try {
      this.willUpdate(changed);
      // What already stands inside stays, behind what is drawn.
      this.place ??= { host: this, renderBefore: this.firstChild };
      draw(this.render(), this, this.place);
    } finally {
      this.changed = new Map();
      this.isUpdatePending = false;
    }
    if (!this.hasUpdated) {
      this.hasUpdated = true;
      this.firstUpdated(changed);
    }
    this.updated(changed);
  }
}

function define(element: typeof TfElement): string[] {
  const { properties, prototype } = element;
  const shown = Object.entries(properties).filter(([, { attribute, state }]) => attribute !== false && !state);
  element.attributes = new Map(shown.map(([name]) => [name.toLowerCase(), name]));
  for (const name of Object.keys(properties)) if (!(name in prototype)) property(prototype, name);
  return [...element.attributes.keys()];
}

function property(prototype: TfElement, name: string): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: TfElement) {
      return this.held.get(name);
    },
    set(this: TfElement, value: unknown) {
      const before = this.held.get(name);
      this.held.set(name, value);
      if (!Object.is(before, value)) this.requestUpdate(name, before);
    },
  });
}
