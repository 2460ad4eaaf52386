// The shapes of messages from our own scripts and of verdicts from the host. A content script lives in a page that
// may be hostile: what it sends is looked at before it goes anywhere.

const LEVELS = ['danger', 'warning', 'notice', 'none'];
const MOST_LINKS = 2000;

/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** @param {unknown} value */
const isText = (value) => value === undefined || typeof value === 'string';
/** @param {unknown} value */
const isTextList = (value) => value === undefined || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));

/** @param {unknown} link */
const isLink = (link) => isObject(link) && typeof link.url === 'string' && isText(link.raw) && isText(link.text);

/** @param {unknown} request @returns {request is CheckRequest} */
export function isCheckRequest(request) {
  if (!isObject(request) || 'type' in request || 'id' in request) return false;
  const { sender, links, auth } = request;
  return (
    (sender === undefined || (isObject(sender) && typeof sender.address === 'string' && isText(sender.name))) &&
    (links === undefined || (Array.isArray(links) && links.length <= MOST_LINKS && links.every(isLink))) &&
    (auth === undefined || isObject(auth)) &&
    (request.cut === undefined || typeof request.cut === 'boolean') &&
    [request.subject, request.text].every(isText) &&
    [request.recipients, request.reply_to].every(isTextList)
  );
}

const TARGETS = ['sender', 'reply-to', 'subject', 'text', 'link'];

/** @param {unknown} value */
const isTextOrNull = (value) => value === null || isText(value);
/** @param {unknown} value */
const isSwitch = (value) => value === undefined || typeof value === 'boolean';
/** @param {unknown} value */
const isCount = (value) => value === undefined || (Number.isInteger(value) && Number(value) >= 0);
/** @param {unknown} value @param {number} sent */
const isIndex = (value, sent) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < sent;

/** @param {unknown} target @param {number} sent */
const isTarget = (target, sent) => isObject(target) && TARGETS.includes(target.kind) && (target.kind !== 'link' || isIndex(target.index, sent));

/** @param {unknown} brand */
const isBrand = (brand) => brand === undefined || brand === null || (isObject(brand) && typeof brand.id === 'string' && typeof brand.name === 'string' && isTextOrNull(brand.site));

/** @param {unknown} finding @param {number} sent */
const isFinding = (finding, sent) =>
  isObject(finding) && typeof finding.code === 'string' && LEVELS.includes(finding.level) && isTarget(finding.target, sent) && isBrand(finding.brand) &&
  (finding.evidence === undefined || isObject(finding.evidence)) && isCount(finding.official_more) && isTextList(finding.official) &&
  [finding.title, finding.detail, finding.advisory].every(isText);

/** @param {unknown} link @param {number} sent */
const isLinkVerdict = (link, sent) =>
  isObject(link) && isIndex(link.index, sent) && LEVELS.includes(link.level) && typeof link.guard === 'boolean' && isSwitch(link.destination_certain) &&
  [link.host, link.unicode, link.registrable_domain, link.official_for, link.destination, link.parse].every(isTextOrNull);

/** @param {unknown} claim */
const isClaim = (claim) => isObject(claim) && typeof claim.name === 'string' && [claim.brand, claim.where, claim.strength].every(isText);

/** @param {unknown} sender */
const isSender = (sender) =>
  sender === undefined || sender === null ||
  (isObject(sender) && [sender.domain, sender.unicode, sender.registrable_domain, sender.official_for, sender.state].every(isTextOrNull));

/** @param {unknown} verdict @param {CheckRequest} request @returns {verdict is Verdict} */
export function isVerdict(verdict, request) {
  const sent = request.links?.length ?? 0;
  return (
    isObject(verdict) && verdict.type === 'verdict' && LEVELS.includes(verdict.level) && isSender(verdict.sender) &&
    isSwitch(verdict.truncated) && isCount(verdict.unchecked_from) &&
    Array.isArray(verdict.claims) && verdict.claims.every(isClaim) &&
    Array.isArray(verdict.links) && verdict.links.length <= sent && verdict.links.every((link) => isLinkVerdict(link, sent)) &&
    Array.isArray(verdict.findings) && verdict.findings.every((finding) => isFinding(finding, sent))
  );
}

/** @param {unknown} hello */
export const isHello = (hello) =>
  isObject(hello) && hello.type === 'hello' && isObject(hello.host) && typeof hello.host.version === 'string' &&
  isObject(hello.catalogue) && typeof hello.catalogue.version === 'string' && isCount(hello.catalogue.brands);

/** @param {unknown} reply @returns {reply is {profile_id: string, problems?: {path: string, detail: string}[]}} */
export const isProfileReply = (reply) =>
  isObject(reply) && reply.type === 'profile' && typeof reply.profile_id === 'string' &&
  (reply.problems === undefined || (Array.isArray(reply.problems) && reply.problems.every((each) => isObject(each) && typeof each.path === 'string' && typeof each.detail === 'string')));

/** One page of the list of brands, asked for from `from` on. @param {unknown} reply @param {number} from @returns {reply is {brands: {id: string, name: string}[], next?: number}} */
export const isBrandPage = (reply, from) =>
  isObject(reply) && reply.type === 'brands' && Array.isArray(reply.brands) &&
  reply.brands.every((each) => isObject(each) && typeof each.id === 'string' && typeof each.name === 'string') &&
  (reply.next === undefined || (Number.isInteger(reply.next) && reply.next > from));

/** Our scripts run in the webmail's own pages, never in frames of them. @param {{url?: string, tab?: object, frameId?: number}} sender @param {string} ownPages start of the addresses of our own pages */
export const isOurs = ({ url = '', tab, frameId }, ownPages) =>
  url.startsWith(ownPages) || (Boolean(tab) && frameId === 0 && url.startsWith('https://mail.google.com/'));

/** @param {unknown} report @returns {report is TabReport} */
export function isTabReport(report) {
  return (
    isObject(report) && [report.messages, report.warned, report.unchecked].every((count) => Number.isInteger(count) && count >= 0) &&
    LEVELS.includes(report.level) && typeof report.broken === 'boolean'
  );
}
