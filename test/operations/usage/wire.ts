const daySec = 86_400;
const start = Date.parse('2026-11-16T00:00:00Z') / 1000;

/** Days in a row from the sixteenth on, each with its rows. */
export const bucketsOnWire = (...days: readonly (readonly object[])[]) => ({
  object: 'page',
  data: days.map((results, day) => ({
    object: 'bucket',
    start_time: start + day * daySec,
    end_time: start + (day + 1) * daySec,
    results,
  })),
  has_more: false,
  next_page: null,
});
