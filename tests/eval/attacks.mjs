// Mails in a brand's name that are not the brand's, by shape. Each shape gives the mails for one brand: none where it makes no sense.

/** @typedef {(brand: any) => any[]} Shape the requests (without id and type) of one shape for a brand of the catalogue */

/** Nobody's. */
const FOREIGN = 'notice@mail-delivery-7.example';
const SITE = 'https://mail-delivery-7.example/confirm';

/** @param {string} text @param {(code: number, letter: string) => string|undefined} map for ASCII letters and figures */
const styled = (text, map) => [...text].map((letter) => map(/** @type {number} */ (letter.codePointAt(0)), letter) ?? letter).join('');
/** @param {number} upper @param {number} lower code points of the styled A and a */
const alphabet = (upper, lower) => (/** @type {number} */ code) => (code >= 65 && code <= 90 ? String.fromCodePoint(upper + code - 65) : code >= 97 && code <= 122 ? String.fromCodePoint(lower + code - 97) : undefined);
const CYRILLIC = new Map(Object.entries({ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', i: 'і', s: 'ѕ', A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', S: 'Ѕ', I: 'І' }));

/** Names that carry the brand's alone, so that a reader must take them for it. @param {any} brand @returns {string[]} */
function names(brand) {
  const plain = (/** @type {string} */ name) => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  const weak = new Set((brand.weak_aliases ?? []).map(plain));
  return [...new Set([brand.name.en, brand.name.ja])].filter((name) => name && !weak.has(plain(name)) && !/[/(]/.test(name));
}
/** @param {any} brand @returns {string[]} those of at least five Latin letters, without more */
const latin = (brand) => names(brand).filter((name) => /^[A-Za-z][A-Za-z .&'-]*$/.test(name) && name.replace(/[^A-Za-z]/g, '').length >= 5);

/** @param {string} name @param {any} [more] */
const from = (name, more) => ({ sender: { name, address: FOREIGN }, ...more });
/** @param {(name: string) => string[]} make @param {(brand: any) => string[]} [list] @returns {Shape} */
const named = (make, list = names) => (brand) => list(brand).flatMap((name) => make(name).filter((one) => one !== name).map((one) => from(one)));

/** Words that impostors put beside a name, in the forms in which they do. @type {Record<string, string[]>} */
const ROLES = {
  'Japanese': ['N 会員管理部', 'Nご利用確認センター', '【重要】N', 'N セキュリティ対策室', 'Nからの大切なお知らせ', 'N(公式)', 'Nお客様情報確認係', '[N]アカウント管理'],
  'English': ['N Account Review Team', 'The N Team', 'N Billing Dept.', 'N - Security Alert', 'Your N account', 'N Help Desk', 'N Customer Verification', 'N Online Banking', 'N No-Reply', 'N Fraud Monitoring'],
  'German': ['N Kundenservice', 'Ihr N Team', 'N Sicherheitsabteilung', 'N Kundendienst', 'N Kontosicherheit'],
  'French': ['N Service Client', 'Équipe N', 'N - Service Sécurité', 'Votre compte N', 'Assistance N'],
  'Spanish': ['Equipo de N', 'N Atención al Cliente', 'Soporte N', 'Seguridad N', 'Servicio al cliente de N'],
  'Portuguese': ['Equipe N', 'N Atendimento', 'Suporte N', 'Segurança N', 'Central de Atendimento N'],
  'Italian': ['Servizio Clienti N', 'N Assistenza', 'Sicurezza N', 'Il team di N'],
  'Dutch': ['N Klantenservice', 'Team N', 'N Beveiliging'],
  'Chinese': ['N客户服务', 'N安全中心', 'N客服中心', 'N官方'],
  'Korean': ['N 고객센터', 'N 보안팀', 'N 고객지원'],
};

const rolesIn = Object.fromEntries(Object.entries(ROLES).map(([language, forms]) => [`name: role words, ${language}`, named((name) => forms.map((form) => form.replace('N', () => name)))]));

/** @type {Record<string, Shape>} */
const NAMES = {
  'name: as it is': (brand) => names(brand).map((name) => from(name)),
  'name: full width': named((name) => [styled(name, (code) => (code > 32 && code < 127 ? String.fromCodePoint(code + 0xfee0) : undefined))], latin),
  'name: letters set apart': named((name) => [[...name].join(' '), [...name].join('.'), [...name].join('\u2009')], latin),
  'name: mathematical': named((name) => [styled(name, alphabet(0x1d400, 0x1d41a)), styled(name, alphabet(0x1d5d4, 0x1d5ee)), styled(name, alphabet(0x1d670, 0x1d68a))], latin),
  'name: circled': named((name) => [styled(name, alphabet(0x24b6, 0x24d0))], latin),
  'name: brackets and emoji': named((name) => [`【${name}】`, `✅ ${name}`, `${name} 🔒`, `«${name}»`, `★${name}★`, `[${name}]`, `“${name}”`, `${name}™`, `-= ${name} =-`, `${name}👮‍♀️`]),
  'name: trailing junk': named((name) => [`${name}!!!`, `${name} #83721`, `${name} (1)`, `${name}_2026`, `${name} -`, `${name} ID:GH-2231`, `${name}.`, `${name} 7/24`]),
  'name: letters of another script': named((name) => [styled(name, (_, letter) => CYRILLIC.get(letter))], latin),
  'name: zero width': named((name) => [[...name].join('\u200b'), `${name.slice(0, 2)}\u200d${name.slice(2)}`, `${name.slice(0, 3)}\u2060${name.slice(3)}`, `${name.slice(0, 3)}\u{e0061}${name.slice(3)}`], latin),
  'name: combining marks': named((name) => [`${name.slice(0, 2)}\u0323${name.slice(2)}`, [...name].join('\u0332')], latin),
  'name: figures for letters': named((name) => [name.replace(/[oO]/, '0'), name.replace(/[lI]/, '1'), name.replace(/[aA]/, '@')].filter((one) => one !== name), latin),
  'name: upper or lower case': named((name) => [name.toUpperCase(), name.toLowerCase()], latin),
  'name: written in one': named((name) => [`${name.replaceAll(' ', '')}Support`, `Team${name.replaceAll(' ', '')}`, `${name.replaceAll(' ', '')}-Security`, `${name.replaceAll(' ', '_')}_Service`, `${name.replaceAll(' ', '')}.Account`], latin),
  'name: company forms': named((name) => [`${name}, Inc.`, `${name} Ltd`, `${name} LLC`, `${name} GmbH`, `${name} S.A.`, `${name} Co., Ltd.`, `${name}株式会社`, `株式会社${name}`, `(株)${name}`, `㈱${name}`]),
  'name: the official address': (brand) => (brand.mail_domains ?? []).slice(0, 1).flatMap((/** @type {string} */ domain) => [`info@${domain}`, `"no-reply@${domain}"`, `${brand.name.en} <no-reply@${domain}>`, `${brand.name.en} (support@${domain})`].map((name) => from(name))),
  'name: the official site': (brand) => brand.web_domains.slice(0, 1).flatMap((/** @type {string} */ domain) => [domain, `www.${domain}`, `https://${domain}`].map((name) => from(name))),
  'name: a word that is the brand, and a link': (brand) => (brand.weak_aliases ?? []).map((/** @type {string} */ name) => from(name, { links: [{ url: SITE, text: 'OK' }] })),
  ...rolesIn,
};

/** @param {any} brand @returns {{ label: string, suffix: string }[]} its sites whose labels no one meets by accident */
const coined = (brand) => brand.web_domains.map((/** @type {string} */ domain) => ({ label: domain.split('.')[0], suffix: domain.split('.').slice(1).join('.') }))
  .filter((/** @type {any} */ site) => (brand.coined ?? []).includes(site.label) && site.label.length >= 6 && !site.suffix.includes('.') === (site.suffix.length > 2)).slice(0, 2);

/** Words beside a brand that the judge has no list of: what it does with unknown ones. Words that it learns are to be replaced here. */
const WORDS = ['teishi', 'shinsei', 'moushikomi', 'kigen', 'goriyou', 'denwa', 'shinsa', 'prepaid', 'cashier', 'passcode', 'quarantine', 'deblocage', 'reclamation', 'zustellung', 'sperrung', 'desbloqueo', 'bloqueio', 'rimborso', 'terugbetaling', 'harbor'];
/** @param {any} brand @param {number} count @returns {string[]} a few of WORDS, others for each brand */
const some = (brand, count) => WORDS.filter((_, i) => ([...brand.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) + i) % Math.floor(WORDS.length / count) === 0);

/** @param {(site: { label: string, suffix: string }, brand: any) => string[]} make hostnames @returns {Shape} */
const linked = (make) => (brand) => coined(brand).flatMap((site) => make(site, brand)).map((name) => ({ links: [{ url: `https://${name}/`, text: 'Open' }] }));
/** The same hostnames as sender and link of a mail in the brand's name. @param {(site: { label: string, suffix: string }, brand: any) => string[]} make @returns {Shape} */
const sent = (make) => (brand) => coined(brand).flatMap((site) => make(site, brand)).map((name) => ({ sender: { name: '', address: `info@${name}` } }));

/** @param {{ label: string }} site @param {any} brand */
const combined = ({ label }, brand) => some(brand, 2).flatMap((word) => [`${label}-${word}.example`, `${word}-${label}.example`, `${label}${word}.example`]);
/** @param {{ label: string, suffix: string }} site */
const embedded = ({ label, suffix }) => [`${label}.${suffix}.session-7.example`, `secure.${label}.${suffix}.id-77.example`, `${label}-${suffix.replaceAll('.', '-')}.portal-9.example`, `www-${label}-${suffix.replaceAll('.', '-')}.example`];

/** @type {Record<string, Shape>} */
const DOMAINS = {
  'domain: words beside it': linked(combined),
  'domain: words beside it, as a sender': sent(combined),
  'domain: in front of another': linked(embedded),
  'domain: in front of another, as a sender': sent(embedded),
  'domain: a tenant of a hoster': linked(({ label }) => [`${label}-support.pages.dev`, `${label}.web.app`, `${label}login.weebly.com`, `my-${label}.github.io`]),
  'domain: an accent': linked(({ label, suffix }) => [`${label.replace(/[aeiou]/, (vowel) => `${vowel}\u0301`.normalize('NFC'))}.${suffix}`].filter((name) => !name.startsWith(`${label}.`)).map((name) => new URL(`https://${name}/`).hostname)),
  'domain: two mistakes, in its name': (brand) => coined(brand).filter(({ label }) => label.length >= 8).flatMap(({ label, suffix }) => names(brand).slice(0, 1).map((name) => from(name, { links: [{ url: `https://${label.slice(1, 3)}${label[0]}${label.slice(4)}.${suffix}/`, text: 'Open' }] }))),
};

/** A look-alike of the brand's domain. @param {any} brand @returns {string[]} */
const lookalikes = (brand) => coined(brand).slice(0, 1).map(({ label, suffix }) => `${label.slice(0, -1)}${label.at(-1) === 'e' ? '3' : `${label.at(-1)}${label.at(-1)}`}.${suffix}`);

/** @type {Record<string, Shape>} */
const LINKS = {
  'link: text shows the official site': (brand) => brand.web_domains.slice(0, 1).flatMap((/** @type {string} */ domain) => [`https://${domain}/login`, `www.${domain}`, `${domain}`].map((text) => ({ links: [{ url: SITE, text }] }))),
  'link: the official site as user name': (brand) => brand.web_domains.slice(0, 1).flatMap((/** @type {string} */ domain) => [`https://${domain}@mail-delivery-7.example/`, `https://${domain}%40mail-delivery-7.example/`, `https://www.${domain}:443@mail-delivery-7.example/`].map((url) => ({ links: [{ url, text: 'Open' }] }))),
  'link: a redirector to a look-alike': (brand) => lookalikes(brand).flatMap((name) => [`https://www.google.com/url?q=https://${name}/`, `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://${name}/`)}`, `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://${name}/`)}`].map((url) => ({ links: [{ url, text: 'Open' }] }))),
  'link: an address of figures, in its name': (brand) => names(brand).slice(0, 1).map((name) => from(name, { links: [{ url: 'http://0x5d.184.216.34/', text: 'Open' }] })),
  'link: punycode that is none': linked(({ label, suffix }) => [`xn--${label}-.${suffix}`, `xn--${label}.${suffix}`]),
  'link: a shown name with letters of another script': (brand) => coined(brand).slice(0, 1).map(({ label, suffix }) => ({ links: [{ url: SITE, text: `https://${styled(label, (_, letter) => CYRILLIC.get(letter))}.${suffix}/` }] })),
};

/** @type {Record<string, Shape>} */
export const ATTACKS = { ...NAMES, ...DOMAINS, ...LINKS };
