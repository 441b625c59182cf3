import type { Outcome } from '../vocabulary';

/** The tokens of the screens, for readers of mail that know no variables. */
const LIGHT = {
  paper: '#f1ede4',
  raised: '#faf7f1',
  ink: '#1f1c18',
  soft: '#474138',
  meta: '#635b4f',
  onInk: '#f1ede4',
  rule: '#cfc6b6',
  outline: '#857b6b',
  steel: '#2b5875',
  ember: '#ac3b10',
};
const DARK: typeof LIGHT = {
  paper: '#1a1714',
  raised: '#24201c',
  ink: '#f1eadd',
  soft: '#cbc1b1',
  meta: '#a4998a',
  onInk: '#1a1714',
  rule: '#3c362f',
  outline: '#7f7465',
  steel: '#93bbd6',
  ember: '#f58345',
};

const UI = "'Bricolage Grotesque',ui-sans-serif,system-ui,'Segoe UI','Helvetica Neue',Arial,sans-serif";
const VOICE = "Newsreader,ui-serif,'Iowan Old Style',Georgia,'Times New Roman',serif";

/** Each piece carries its style: many readers of mail drop a sheet, and then show the light scheme. */
export const STYLES = {
  paper: `margin:0;padding:0;background:${LIGHT.paper};color:${LIGHT.ink};font-family:${UI}`,
  around: 'padding:24px 12px',
  card: `max-width:560px;background:${LIGHT.raised};border-radius:2px;text-align:left`,
  inside: `padding:30px;font-family:${UI};font-size:16px;line-height:1.5;color:${LIGHT.ink}`,
  mark: 'margin:0;font-size:16px;font-weight:650',
  title: 'margin:22px 0 8px;font-size:26px;line-height:1.2;font-weight:650;letter-spacing:-0.015em',
  lead: `margin:0;color:${LIGHT.soft}`,
  label: `margin:20px 0 0;padding-top:20px;border-top:1px solid ${LIGHT.rule};font-size:14px;font-weight:650`,
  voice: `margin:4px 0 0;font-family:${VOICE};font-size:18px;line-height:1.45`,
  question: `margin:18px 0 0;font-family:${VOICE};font-size:21px;line-height:1.3`,
  list: 'margin-top:16px',
  item: `padding:11px 0;border-top:1px solid ${LIGHT.rule};line-height:1.35`,
  detail: `margin:2px 0 0;font-size:14px;color:${LIGHT.meta}`,
  action: 'margin:20px 0 0',
  button: `display:inline-block;padding:12px 18px;background:${LIGHT.ink};color:${LIGHT.onInk};border-radius:4px;font-weight:650;text-decoration:none`,
  link: `margin:14px 0 0;color:${LIGHT.soft}`,
  outcomes: 'margin-top:16px',
  hidden: 'margin:18px 0 0;font-size:14px;font-weight:650',
  cell: 'padding:4px',
  choice: `display:block;padding:12px 14px;border:1px solid ${LIGHT.outline};border-radius:4px;color:${LIGHT.ink};font-size:14px;line-height:18px;font-weight:650;text-decoration:none`,
  note: `margin:14px 0 0;font-size:14px;color:${LIGHT.meta}`,
  foot: `margin:28px 0 0;font-size:13px;color:${LIGHT.meta}`,
  anchor: `color:${LIGHT.steel};text-decoration:underline`,
};

export const STYLE_SHEET = `:root{color-scheme:light dark}
@media (max-width:480px){.card td{padding-left:18px;padding-right:18px}.card td td{padding-left:2px;padding-right:2px}}
@media (prefers-color-scheme:dark){
.paper{background:${DARK.paper}!important}.card{background:${DARK.raised}!important}
.ink{color:${DARK.ink}!important}.soft{color:${DARK.soft}!important}.meta{color:${DARK.meta}!important}
.rule{border-color:${DARK.rule}!important}.steel{color:${DARK.steel}!important}
.button{background:${DARK.ink}!important;color:${DARK.onInk}!important}
.choice{color:${DARK.ink}!important;border-color:${DARK.outline}!important}
.spark{fill:${DARK.ember}!important}}`;

export const MARK_DRAWING = `<svg viewBox="0 0 26 26" width="22" height="22" aria-hidden="true" style="vertical-align:-5px;margin-right:8px"><path d="M2 19.5h22v4H2z" fill="currentColor"/><path d="M3 15.6 18.2 4.2l2.3.4-1 2.1L9.6 15.6z" fill="currentColor"/><circle class="spark" cx="22.6" cy="14.6" r="2" fill="${LIGHT.ember}"/></svg>`;

/** Where a reader of mail drops drawings, the word alone says it. */
export const OUTCOME_DRAWING: Record<Outcome, string> = {
  advanced: drawing('<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>'),
  won: drawing('<path d="M20 6 9 17l-5-5"/>'),
  moved_on: drawing(
    '<path d="M12 13v8"/><path d="M12 3v3"/><path d="M2.354 10.354a1.207 1.207 0 0 1 0-1.708l2.06-2.06A2 2 0 0 1 5.828 6h12.344a2 2 0 0 1 1.414.586l2.06 2.06a1.207 1.207 0 0 1 0 1.708l-2.06 2.06a2 2 0 0 1-1.414.586H5.828a2 2 0 0 1-1.414-.586z"/>',
  ),
  lost: drawing('<path d="M5 12h14"/>'),
  no_change: drawing('<path d="M5 9h14"/><path d="M5 15h14"/>'),
};

function drawing(lines: string): string {
  return `<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" style="vertical-align:-4px;margin-right:8px">${lines}</svg>`;
}
