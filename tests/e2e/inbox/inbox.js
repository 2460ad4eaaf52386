// The mailbox around the messages: a list and two thread views under div.aeF > div.nH, of which the one on screen has
// role=main. Views that went off the screen stay in the document. Places are hashes: #inbox and #inbox/<token>.
'use strict';

/** Gmail names a thread in its address by a long token. Ours can be read back. */
const token = (mail) => `FMfcgz${[...mail.id].map((character) => character.charCodeAt(0).toString(16)).join('')}`;

/** A view that shows one thread; its nodes are used again for the next thread. */
class ThreadView {
  constructor() {
    this.subject = make('h2.hP', { tabindex: '-1' });
    this.list = make('div', { role: 'list' });
    this.node = make('div.nH', {}, make('div.g.id', {}, make('div.nH.iBar', {}, make('div.T-I.lS', { role: 'button', tabindex: '0', 'aria-label': word('back'), click: () => { location.hash = '#inbox'; } }, '←'),
      make('div.T-I.print', { role: 'button', tabindex: '0', click: () => window.sample.keys.push('print') }, word('print'))),
    make('div.nH.a98.iY', {}, make('div.nH', {}, make('div.ha', {}, this.subject)), make('div.nH.aHU', {}, this.list))));
    this.items = [];
  }

  show(mail) {
    this.subject.textContent = mail.subject;
    setAttribute(this.subject, 'data-thread-perm-id', `thread-f:${messageIds(mail, 'thread').id.slice(7)}`);
    setAttribute(this.subject, 'data-legacy-thread-id', messageIds(mail, 'thread').legacy);
    while (this.items.length > mail.messages.length) this.items.pop().node.remove();
    mail.messages.forEach((message, index) => this.showItem(mail, index, message.state ?? 'expanded'));
  }

  showItem(mail, index, state) {
    let item = this.items[index];
    if (!item) {
      item = { node: make('div', { role: 'listitem', tabindex: '-1' }), open: null };
      this.items.push(item);
      this.list.append(item.node);
    }
    if (state === 'expanded') this.expand(item, mail, index);
    else this.collapse(item, mail, index, state);
  }

  expand(item, mail, index) {
    if (!item.open) {
      item.open = new OpenMessage((message) => message.openReply());
      item.open.fill(mail, index);
      item.node.replaceChildren(item.open.box, item.open.footer);
    } else item.open.fill(mail, index);
    setClass(item.node, 'h7');
  }

  collapse(item, mail, index, state) {
    item.open = null;
    const first = state === 'hidden' && mail.messages.findIndex((message) => message.state === 'hidden') === index;
    const count = mail.messages.filter((message) => message.state === 'hidden').length;
    item.node.replaceChildren(...(first ? [make('span.adx', { click: () => this.unfold(mail) }, make('span', {}, String(count)))] : []),
      collapsedBox(mail, index, () => this.expand(item, mail, index)));
    setClass(item.node, state === 'hidden' ? (first ? 'kQ.bg' : 'kQ') : 'kv');
  }

  unfold(mail) {
    mail.messages.forEach((message, index) => { if (message.state === 'hidden') this.collapse(this.items[index], mail, index, 'collapsed'); });
  }

  reply() { this.items.findLast((item) => item.open)?.open.openReply(); }
}

const row = (mail) => {
  const last = mail.messages.at(-1);
  const name = last.from.name || last.from.address;
  return make('tr.zA.zE', { role: 'row', tabindex: '-1', 'data-mail': mail.id, click: () => { location.hash = `#inbox/${token(mail)}`; } },
    make('td.yX.xY', {}, make('div.afn', {}, make('span', { email: last.from.address, name }, name)),
      make('div.yW', {}, make('span.bA4', {}, make('span.zF', { email: last.from.address, name, translate: 'no' }, name)))),
    make('td.xY.a4W', {}, make('div.xS', {}, make('div.y6', {}, make('span.bog', {}, mail.subject)))),
    make('td.xW.xY', {}, make('span', {}, shownDate(last.date))));
};

class Inbox {
  constructor(mails) {
    this.mails = mails;
    this.views = [new ThreadView(), new ThreadView()];
    this.turn = 0;
    this.listView = make('div.nH', {}, make('div.Cp', {}, make('table.F.cf.zt', { role: 'grid' }, make('tbody', {}, ...mails.map(row)))));
    this.holder = make('div.nH', {}, this.listView, ...this.views.map((view) => view.node));
    this.current = null;
  }

  place() {
    const last = location.hash.replace(/^#inbox\/?/, '');
    const mail = this.mails.find((candidate) => token(candidate) === last);
    // A fragment of the mail itself is no place of ours.
    if (location.hash.startsWith('#m_')) return;
    // Gmail draws a thread a moment after the address has changed.
    setTimeout(() => (mail ? this.open(mail) : this.showView(this.listView, null)), 20);
  }

  open(mail) {
    const again = this.current && !options.has('fresh');
    if (!again) this.turn = 1 - this.turn;
    const view = this.views[this.turn];
    view.show(mail);
    this.showView(view.node, mail);
  }

  showView(node, mail) {
    this.current = mail;
    for (const view of [this.listView, ...this.views.map((each) => each.node)]) {
      setAttribute(view, 'role', view === node ? 'main' : null);
      view.hidden = view !== node;
    }
    const last = mail ? `${mail.subject} - ` : `${word('inbox')} - `;
    document.title = `${last}taro.yamada@aozora.example - Gmail`;
  }

  step(by) {
    const next = this.mails[this.mails.indexOf(this.current) + by];
    if (this.current && next) location.hash = `#inbox/${token(next)}`;
  }

  /** Gmail's single-letter shortcuts. */
  key(event) {
    if (event.target.closest?.('[contenteditable=true], input, textarea') || event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return;
    window.sample.keys.push(event.key);
    if (event.key === 'j') this.step(1);
    else if (event.key === 'k') this.step(-1);
    else if (event.key === 'u') location.hash = '#inbox';
    else if (event.key === 'r') this.views[this.turn].reply();
  }
}

const frame = (holder) => [
  make('header.gb', { role: 'banner' }, make('span.gb_logo', {}, 'Mail'), make('input.gb_search', { placeholder: word('search'), 'aria-label': word('search') })),
  make('div.nH.bkL', {}, make('div.aeN', { role: 'navigation' }, make('div.T-I.L3', { role: 'button', tabindex: '0' }, word('compose')),
    ...['inbox', 'starred', 'sent'].map((key) => make('div.TO', {}, make('a.J-Ke', { href: `#${key === 'inbox' ? 'inbox' : 'inbox'}` }, word(key))))),
  make('div.aeF', {}, holder)),
];

const start = async () => {
  const reply = await fetch('/mail/u/0/mails.json');
  const inbox = new Inbox(await reply.json());
  document.documentElement.lang = language;
  document.getElementById('loading').hidden = true;
  document.body.append(...frame(inbox.holder));
  document.body.className = `aAU${options.has('dark') ? ' dark' : ''}`;
  document.addEventListener('keydown', (event) => inbox.key(event));
  window.addEventListener('hashchange', () => inbox.place());
  // A mail that no file holds: made by a test, in the page.
  window.sample.receive = (mail) => void inbox.mails.push(mail);
  inbox.place();
  window.sample.ready = true;
};

start();
