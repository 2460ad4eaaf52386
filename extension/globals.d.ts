// The shapes that cross borders inside the extension, for `tsc --checkJs` only; nothing loads this file.
// What the host says is described in the protocol; these are the members that the extension reads.

type Level = 'danger' | 'warning' | 'notice' | 'none';
type Brand = { id: string; name: string; site?: string };
type Evidence = Record<string, unknown>;

interface Finding {
  code: string;
  level: Level;
  target: { kind: string; index?: number };
  brand?: Brand | null;
  evidence?: Evidence;
  official?: string[];
  official_more?: number;
  advisory?: string;
  title?: string;
  detail?: string;
}

interface LinkVerdict {
  index: number;
  host?: string | null;
  unicode?: string;
  registrable_domain?: string;
  official_for?: string | null;
  destination?: string;
  destination_certain?: boolean;
  parse?: string;
  level: Level;
  guard: boolean;
}

interface Verdict {
  type: 'verdict';
  level: Level;
  claims: { brand: string; name: string; where: string; strength: string }[];
  sender?: { domain?: string; unicode?: string; registrable_domain?: string; state?: string; official_for?: string | null };
  links: LinkVerdict[];
  findings: Finding[];
  truncated?: boolean;
  unchecked_from?: number;
  /** Added by the background: names of the brands in `official_for`. */
  brand_names?: Record<string, string>;
}

interface CheckRequest {
  sender?: { name?: string; address: string };
  reply_to?: string[];
  recipients?: string[];
  subject?: string;
  text?: string;
  cut?: boolean;
  auth?: { mailed_by?: string; signed_by?: string[]; warned?: boolean };
  links?: { url: string; raw?: string; text?: string }[];
}

/** Why a mail was not checked. `changed`: the page has not the shape the adapter knows. */
type Reason = 'absent' | 'forbidden' | 'old' | 'died' | 'timeout' | 'refused' | 'changed' | 'orphan';
/** What a strip at a message tells of: also a mail of which only a part was there to be checked. */
type StripReason = Reason | 'partial';
type Answer = { state: 'checked'; verdict: Verdict } | { state: 'unchecked'; reason: Reason };

interface Settings {
  trusted: string[];
  unused_services: string[];
  brands: ({ id: string; name: string } & Record<string, unknown>)[];
  guard: boolean;
  marks: boolean;
  /** Whether mails are checked in the webmail at all. */
  active: boolean;
  /** Whether the lists go through the browser's synchronisation. */
  sync: boolean;
  language: 'auto' | 'en' | 'ja';
  /** What an administrator has set; it is part of the other members already. */
  managed: Partial<Omit<Settings, 'managed' | 'sync'>>;
}

interface StartReply {
  labels: Record<string, string>;
  language: string;
  guard: boolean;
  marks: boolean;
  active: boolean;
}

interface TabReport {
  /** Messages on screen: all, warned of, not checked. */
  messages: number;
  warned: number;
  unchecked: number;
  level: Level;
  reason: StripReason | null;
  /** The selectors find nothing in a session that shows a thread. */
  broken: boolean;
  /** The reader has switched the checks off here. */
  paused: boolean;
  mails: { sender: string; subject: string; level: Level; findings: { level: Level; title: string; detail: string }[] }[];
}

/** What an adapter reads from one expanded message. */
interface MessageFacts {
  box: Element;
  body: Element;
  id: string;
  senderNode: Element | null;
  request: CheckRequest;
  /** The elements behind `request.links`, in the same order. */
  links: Element[];
  /** Identity of what was read; a verdict for another key is not drawn. */
  key: string;
}

interface Adapter {
  name: string;
  hostname: string;
  /** False in views without UI of ours (print, original). */
  active(): boolean;
  /** Expanded messages on screen; `facts` is null where one is shown that could not be read. */
  boxes(): { box: Element; body: Element | null }[];
  /** The part of a box that holds the mail itself. */
  bodyOf(box: Element): Element | null;
  /** Reads one message and pauses between pieces, so that a long one can be read in turns. */
  reading(box: Element, body: Element | null): Generator<undefined, MessageFacts | null>;
  /** As `reading`, at once. */
  read(box: Element, body: Element | null): MessageFacts | null;
  /** The message box that an element of a mail's body belongs to; null for anything else in the page. */
  boxOf(element: Element): Element | null;
  bannerPlace(facts: MessageFacts): { parent: Element; before: Element } | null;
  senderPlace(facts: MessageFacts): Element | null;
  /** True while the session shows a thread, told without any of the selectors that read mails. */
  showsThread(): boolean;
}

/** How a link was acted on, to repeat it. */
interface Gesture {
  type: string;
  button: number;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  keyboard: boolean;
  submitter?: HTMLElement | null;
}

interface Guard {
  decide(element: Element): 'open' | 'wait' | 'ask';
  ask(element: Element, gesture: Gesture): void;
  unchecked(element: Element): void;
  /** Look again at the actions on hold: a verdict has come. */
  settle(): void;
  protect(element: Element): void;
  restore(element: Element): void;
  follow(element: Element, gesture: Gesture): void;
  isHeld(element: Element): boolean;
  isReleased(element: Element): boolean;
  /** The attribute as the mail wrote it, also while it is taken away. */
  attribute(element: Element, name: string): string | null;
  url(element: Element): string;
  stop(): void;
}

/** What the card knows of one link. */
interface LinkFacts {
  element: Element;
  url: string;
  text: string;
  checked: boolean;
  /** Null where it was not judged, too. */
  link: LinkVerdict | null;
  findings: Finding[];
  verdict: Verdict | null;
  guarded: boolean;
}

interface Surface {
  host: HTMLElement;
  root: ShadowRoot;
}

/** What the reader has opened in a banner: it is drawn again with every new verdict, and must not fold by itself. */
interface BannerView {
  /** Where it stands; '' where there is none. */
  place: '' | 'flow' | 'over';
  panel: '' | 'report' | 'details';
  /** "I know this sender" is open, and what has been typed there. */
  trust: boolean;
  typed: string;
  /** The data-action of what had the focus, and how far the panel was scrolled, from one drawing to the next. */
  focus: string;
  scroll: number;
}

interface MessageState {
  facts: MessageFacts;
  appeared: number;
  answer: Answer | null;
  banner: Surface | null;
  strip: Surface | null;
  marks: { surface: Surface; target: Element; placed: boolean }[];
  flagged: Element[];
  folded: boolean;
  view: BannerView;
  asked: number;
  retries: number;
  retryTimer: number;
  /** Since when this message has been waiting for an answer, and the timer that ends the wait. */
  since: number;
  overdue: number;
  /** When this content was read, and how often in a row it had changed shortly before. */
  taken: number;
  changes: number;
}

interface BannerActions {
  report(): string;
  trust(): Promise<boolean>;
}

interface DrawingContext {
  adapter: Adapter;
  settings(): { guard: boolean; marks: boolean };
  factsOf(element: Element): LinkFacts | null;
  again(state: MessageState): Promise<void>;
}

/** Which messages to read: those that have changed, all, or all that may be read again without need. */
type HowToLook = 'changed' | 'all' | 'unasked';

interface Honmono {
  /** The document, past names that a mail may have given to hide its members. */
  document: Document;
  /** An element for reading and calling, likewise; only a form's members can be hidden. */
  plain<T>(node: T): T;
  reader: {
    start(context: { adapter: Adapter; read(facts: MessageFacts, appeared: number): void; unreadable(box: Element): void; look(appeared: number, how: HowToLook): Promise<void> }): void;
    boxes(): ReturnType<Adapter['boxes']>;
    scan(appeared: number, how: HowToLook): Promise<void>;
    scanLater(pause: number, appeared?: number): void;
    look(box: Element, body: Element | null, appeared: number): Promise<void>;
    lookNow(box: Element): void;
    wait(box: Element, asked: boolean): number;
    isClean(box: Element): boolean;
    dirty(element?: Element): void;
  };
  messages: {
    start(context: { adapter: Adapter; /** An answer, or that there is none, has been drawn. */ settled(): void }): void;
    all(): MessageState[];
    has(box: Element): boolean;
    of(box: Element): MessageState | null;
    /** What has been read of a message: a new content is asked for, a known one kept in its place. */
    take(facts: MessageFacts, appeared: number): void;
    again(state: MessageState): Promise<void>;
    recheck(): void;
    drop(box: Element): void;
    /** The link that an element was when its message was last read. */
    placeOf(element: Element): { state: MessageState; index: number } | null;
  };
  unreadable: {
    add(box: Element): void;
    remove(box: Element): void;
    has(box: Element): boolean;
    keep(seen: Set<Element>): void;
    selfCheck(adapter: Adapter): void;
    /** Messages for which it is said. */
    count(): number;
    isPageBroken(): boolean;
    clear(): void;
  };
  links: {
    start(context: { adapter: Adapter; settings(): { guard: boolean; active: boolean } }): void;
    factsOf(element: Element): LinkFacts | null;
  };
  report: { of(states: MessageState[], page: { lost: number; broken: boolean; paused: boolean; whole: boolean }): TabReport };
  slices: { begin(): void; spent(): boolean; pause(): Promise<void> };
  api: typeof chrome;
  alive(): boolean;
  /** Ends this instance: links restored, nodes and listeners removed. */
  stop(): void;
  /** As `stop`, for a script whose extension is gone. */
  orphan(): void;
  signal: AbortSignal;
  guard: Guard;
  /** When a mail was first in the page, where that was seen by the script at document_start. */
  firstMail?: number;
  adapter: { register(adapter: Adapter): void; choose(hostname: string): Adapter | null; limits: Record<string, number>; wellFormed(text: string): string; bounded(text: string, budget: number): { text: string; cut: boolean }; hash(text: string): string };
  gmail: Adapter;
  checker: { send(message: object): Promise<any>; check(request: CheckRequest): Promise<Answer> };
  observer: { start(options: { scan(appeared: number, unasked: boolean): void; dirty(element: Element): void; signal: AbortSignal }): void; own(node: Node): boolean; /** Changes of ours that nobody needs to look at. */ quietly(change: () => void): void };
  labels: Record<string, string>;
  language: string;
  t(key: string, ...values: string[]): string;
  dom: {
    differences(diff: unknown): Node[][];
    make(tag: string, attributes?: Record<string, string>, ...children: (Node | string)[]): HTMLElement;
    surface(name: string, css: string, attributes: Record<string, string>): Surface;
    harmless(text: unknown): string;
    isolate(text: unknown): string;
    httpsUrl(text: unknown): string | null;
    isDark(element: Element): boolean;
    icon(level: string): SVGElement;
    spelled(piece: unknown): HTMLElement;
  };
  tokens: { css: string };
  words: {
    /** What is known of a message; null where it was not checked. */
    verdictOf(state: { answer: Answer | null }): Verdict | null;
    level(level: Level): string;
    headline(state: MessageState, short: boolean): string;
    /** Why a link is held of which nothing itself was found. */
    held(verdict: Verdict | null | undefined): string;
    reasons(verdict: Verdict): string[];
    officialAnswer(verdict: Verdict): { senders: string; site: string | null; siteHost: string; advisory: string | null; brand: string };
    report(state: MessageState): string;
    /** Whether the only thing to say is that a part was not there to be checked. */
    isPartial(state: MessageState): boolean;
    reason(reason: StripReason): string;
  };
  details: { build(state: MessageState, actions: BannerActions): HTMLElement };
  banner: { view(): BannerView; keep(state: MessageState): void; restore(state: MessageState): void; draw(state: MessageState, actions: BannerActions, how: { late: boolean; first: boolean; alert: boolean }): Surface; fit(surface: Surface, facts: MessageFacts): void; hiddenMarks(surface: Surface, names: string[]): void };
  mark: { draw(kind: 'sender' | 'link', level: Level, label: string): Surface; place(marks: { surface: Surface; target: Element }[]): void; hidden(surface: Surface, body: Element): boolean };
  strip: { message(reason: StripReason, address: string, near: Element, again: () => void): Surface; page(state: 'broken' | 'reload', act: () => void): Surface };
  cardContent: { chip(facts: LinkFacts): (Node | string)[] | null; card(facts: LinkFacts, asking: boolean): (Node | string)[]; level(facts: LinkFacts): Level };
  card: { start(lookup: (element: Element) => LinkFacts | null, signal: AbortSignal): void; ask(facts: LinkFacts, gesture: Gesture): void; close(): void; refresh(): void };
  drawing: { start(context: DrawingContext): void; clear(state: MessageState): void; draw(state: MessageState): void; drawUnchecked(state: MessageState, reason: StripReason): void; maintain(state: MessageState): void };
  main: { states(): { id: string; state: string; level: string }[] };
}

declare var honmono: Honmono;
