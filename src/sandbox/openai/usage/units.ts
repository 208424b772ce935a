import type { Traffic } from '../records/traffic.ts';

const HOUR_SEC = 3600;
const MINUTE_SEC = 60;
const GIBIBYTE = 2 ** 30;
const DAY_SEC = 86_400;

/**
 * How many requests a stream made between two instants. An hour's number follows from the stream's id and the hour alone and
 * is spread over its minutes, so that buckets of any width add up to the same.
 */
export function unitsBetween(traffic: Traffic, fromSec: number, toSec: number): number {
  const from = Math.max(fromSec, traffic.fromSec);
  const to = Math.min(toSec, traffic.untilSec ?? toSec);
  let units = 0;
  // One turn an hour of the range asked for, which a page of buckets bounds to half a year.
  for (let hourSec = from - (from % HOUR_SEC); hourSec < to; hourSec += HOUR_SEC) {
    const inHour = unitsInHour(traffic, hourSec);
    units += shareUntil(inHour, to - hourSec) - shareUntil(inHour, from - hourSec);
  }
  return units;
}

/** What a store holds at the end of a range: it grows a little every day. Nothing before it was made and after it is gone. */
export function storedBytes(traffic: Traffic, fromSec: number, toSec: number): number {
  const to = Math.min(toSec, traffic.untilSec ?? toSec);
  if (to <= Math.max(fromSec, traffic.fromSec)) return 0;
  const days = Math.floor((to - traffic.fromSec) / DAY_SEC);
  return Math.round(traffic.level * (1 + days / 365));
}

/** What keeping it costs by: gibibytes times hours. */
export function gibibyteHours(traffic: Traffic, fromSec: number, toSec: number): number {
  const from = Math.max(fromSec, traffic.fromSec);
  const to = Math.min(toSec, traffic.untilSec ?? toSec);
  return to <= from ? 0 : (storedBytes(traffic, from, to) / GIBIBYTE) * ((to - from) / HOUR_SEC);
}

/** A number from the text, between 0 and 2³² − 1, that looks random and is always the same (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return hash >>> 0;
}

function unitsInHour(traffic: Traffic, hourSec: number): number {
  if (traffic.rhythm === 'even') return Math.round(traffic.level);
  const noise = scrambled(hashOf(traffic.id) ^ (hourSec / HOUR_SEC)) / 2 ** 32;
  return Math.round(traffic.level * weightOf(traffic.rhythm, hourSec) * (0.7 + 0.6 * noise));
}

/** How busy an hour of UTC is; about 1 on average over a week. */
function weightOf(rhythm: Exclude<Traffic['rhythm'], 'even'>, hourSec: number): number {
  const date = new Date(hourSec * 1000);
  const hour = date.getUTCHours();
  switch (rhythm) {
    case 'office': {
      const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
      const atWork = hour >= 8 && hour < 18 ? 2.4 : 0.15;
      return (hour === 7 || hour === 18 ? 1.2 : atWork) * (isWeekend ? 0.2 : 1);
    }
    case 'steady':
      return hour < 6 ? 0.7 : 1.1;
    case 'nightly':
      return hour >= 1 && hour < 4 ? 8 : 0;
  }
}

function shareUntil(inHour: number, sec: number): number {
  const minutes = Math.min(60, Math.max(0, Math.floor(sec / MINUTE_SEC)));
  return Math.floor((inHour * minutes) / 60);
}

/** Neighbouring hours must not look alike, so the bits are mixed (the finalizer of MurmurHash3). */
function scrambled(seed: number): number {
  let mixed = seed;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
