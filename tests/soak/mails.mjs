// Mails without end, the same at every run: honest ones and attacks, of names, links and sentences that are put together by chance.

/** xorshift32: a generator that gives the same numbers everywhere. @param {number} seed @returns {(below: number) => number} */
export function numbers(seed) {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const NAMES = ['Amazon', 'Amazon.co.jp', 'PayPal サポート', 'MetaMask Support', 'XSERVER SUPPORT', 'Xsever', 'Аpple', '三井住友カード', 'ヤマト運輸', 'Taro Yamada', '山田 太郎', 'IT Help Desk', 'メール管理者',
  'Lantern Books', '青葉茶舗', 'bosai-dev', 'Hoshizora via Google Groups', 'A m a z o n', '"quoted, name"', '', '𝐏𝐚𝐲𝐏𝐚𝐥', 'LINE', 'no-reply'];
const DOMAINS = ['amazon.co.jp', 'amazon.com', 'paypal.com', 'metamask.io', 'xserver.ne.jp', 'example.com', 'mail.example.net', 'aozora.example', 'gmail.com', 'paypa1.com', 'metаmask.io', 'amazon.co.jp.login.example',
  'xserver-ne-jp.example', 'paypal-support.example', 'sub.domain.with.many.labels.example.org', '日本語.jp', 'xn--80ak6aa92e.com', 'bücher.example', 'shop.github.io', '1.2.3.4', 'smbc-card.example', 'amazn.co.jp'];
const PLACES = ['', '/', '/login', '/a/b/c?id=1', '/?u=https://paypa1.example/', '/#top', '/%E6%97%A5', '/account/verify?token=4711&next=%2Fhome'];
const WRAPPERS = [(/** @type {string} */ url) => url, (/** @type {string} */ url) => url, (/** @type {string} */ url) => url, (/** @type {string} */ url) => `https://www.google.com/url?q=${encodeURIComponent(url)}`,
  (/** @type {string} */ url) => `https://l.facebook.com/l.php?u=${encodeURIComponent(url)}`, (/** @type {string} */ url) => `https://bit.ly/${url.length}`, () => 'mailto:info@example.com', () => '#part', () => 'javascript:void(0)',
  (/** @type {string} */ url) => url.replace('https://', 'https://amazon.co.jp@'), (/** @type {string} */ url) => url.replace('https://', 'https:\\\\')];
const SENTENCES = ['Please verify your account within 24 hours.', 'Your mailbox is almost full.', 'いつもご利用いただきありがとうございます。', '本人確認のお願い', 'アカウントを一時的に停止しました。', 'パスワードを入力してください。',
  'Never share your recovery phrase.', 'Enter your secret recovery phrase to restore the wallet.', 'The meeting is on Thursday at three.', '会議は木曜日の十五時からです。', 'メールアドレスの保留中のメール9件', '© 2026 Amazon.com, Inc.',
  'Your parcel could not be delivered.', 'お荷物のお届けにあがりましたが不在のため持ち帰りました。', 'Thank you for your order no. 4711.', 'セ キュリティ上の理由から、', 'z\u200be\u200br\u200bo', 'مرحبا بك', '\u202ekcab\u202c', '👩‍👧 👍', 'ﷺ', 'e\u0301\u0323'];

/** One mail: the members of a `check`. @param {(below: number) => number} any */
export function mail(any) {
  const one = (/** @type {any[]} */ list) => list[any(list.length)];
  const address = () => `${one(['info', 'support', 'taro', 'no-reply', 'account-update', '"a b"', 'a..b', ''])}@${one(DOMAINS)}`;
  const some = (/** @type {number} */ most, /** @type {() => any} */ make) => Array.from({ length: any(most + 1) }, make);
  return {
    sender: { name: one(NAMES), address: address() },
    reply_to: some(1, address),
    recipients: ['taro.yamada@aozora.example'],
    subject: one(SENTENCES),
    text: some(any(8) === 0 ? 400 : 12, () => one(SENTENCES)).join(any(2) ? '\n' : ' '),
    links: some(any(20) === 0 ? 120 : 8, () => {
      const url = one(WRAPPERS)(`https://${any(3) ? '' : 'www.'}${one(DOMAINS)}${one(PLACES)}`);
      return { url, ...(any(4) === 0 && { raw: url.toUpperCase() }), text: one([url, one(DOMAINS), one(SENTENCES), '']) };
    }),
    ...(any(3) === 0 && { auth: { result: one(['pass', 'fail', 'none']), mailed_by: one(DOMAINS), signed_by: [one(DOMAINS)], via: null, warned: any(9) === 0 } }),
    ...(any(30) === 0 && { cut: true }),
  };
}
