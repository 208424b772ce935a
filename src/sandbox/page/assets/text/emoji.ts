/** The shortcodes that a working bot uses. Another one stays as written, as Slack does with a name it does not know. */
const TABLE = `
  +1 👍  -1 👎  alarm_clock ⏰  alert 🚨  arrow_down ⬇️  arrow_left ⬅️  arrow_right ➡️  arrow_up ⬆️
  arrows_counterclockwise 🔄  ballot_box_with_check ☑️  bar_chart 📊  bell 🔔  black_circle ⚫  book 📖  bookmark 🔖
  broken_heart 💔  bug 🐛  bulb 💡  bust_in_silhouette 👤  busts_in_silhouette 👥  calendar 📆  card_index 📇
  chart_with_downwards_trend 📉  chart_with_upwards_trend 📈  checkered_flag 🏁  clipboard 📋  clock3 🕒
  closed_lock_with_key 🔐  construction 🚧  credit_card 💳  date 📅  detective 🕵️  dollar 💵  email 📧  envelope ✉️
  exclamation ❗  eye 👁️  eyes 👀  factory 🏭  file_folder 📁  fire 🔥  fire_extinguisher 🧯  gear ⚙️  ghost 👻
  grey_question ❔  hammer_and_wrench 🛠️  handshake 🤝  heavy_check_mark ✔️  heavy_minus_sign ➖
  heavy_plus_sign ➕  hourglass ⌛  hourglass_flowing_sand ⏳  house 🏠  inbox_tray 📥  information_source ℹ️
  key 🔑  label 🏷️  large_blue_circle 🔵  large_green_circle 🟢  large_green_square 🟩  large_orange_circle 🟠
  large_red_square 🟥  large_yellow_circle 🟡  large_yellow_square 🟨  leftwards_arrow_with_hook ↩️  link 🔗
  lock 🔒  lock_with_ink_pen 🔏  loudspeaker 📢  mag 🔍  mega 📣  memo 📝  microscope 🔬  money_with_wings 💸
  moneybag 💰  no_bell 🔕  no_entry ⛔  no_entry_sign 🚫  ok_hand 👌  old_key 🗝️  outbox_tray 📤  package 📦
  page_facing_up 📄  paperclip 📎  pause_button ⏸️  pencil 📝  pencil2 ✏️  point_down 👇  point_right 👉
  police_car 🚓  pushpin 📌  question ❓  raised_hand ✋  receipt 🧾  recycle ♻️  red_circle 🔴  repeat 🔁
  robot_face 🤖  rocket 🚀  rotating_light 🚨  scales ⚖️  scroll 📜  seedling 🌱  shield 🛡️  smile 😄  sos 🆘
  sparkles ✨  speech_balloon 💬  stop_button ⏹️  stop_sign 🛑  octagonal_sign 🛑  stopwatch ⏱️  tada 🎉
  test_tube 🧪  thinking_face 🤔  thumbsdown 👎  thumbsup 👍  timer_clock ⏲️  traffic_light 🚥
  triangular_flag_on_post 🚩  unlock 🔓  wastebasket 🗑️  warning ⚠️  wave 👋  white_check_mark ✅  white_circle ⚪
  wrench 🔧  writing_hand ✍️  x ❌  zap ⚡  zzz 💤
`;

const EMOJI: ReadonlyMap<string, string> = new Map(
  [...TABLE.matchAll(/(\S+) (\S+)/g)].map(([, name = '', character = '']) => [name, character]),
);

export function emojiCharacter(name: string): string | null {
  return EMOJI.get(name) ?? null;
}
