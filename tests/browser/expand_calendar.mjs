// The dates of a calendar file as a calendar program shows them, as JSON: node expand_calendar.mjs LIBRARY FILE SINCE UNTIL
import { readFileSync } from "node:fs";

const [, , library, file, since, until] = process.argv;
const { default: ICAL } = await import(library);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const events = calendar.getAllSubcomponents("vevent");
const apart = (event) => event.hasProperty("recurrence-id");
const uid = (event) => event.getFirstPropertyValue("uid");
const shown = [];
const show = (start, end, component) => {
  const begins = start.toJSDate();
  if (begins < new Date(since) || begins >= new Date(until)) return;
  const off = component.getFirstPropertyValue("status") === "CANCELLED";
  shown.push([begins.toISOString(), end.toJSDate().toISOString(), off]);
};
for (const master of events.filter((event) => !apart(event))) {
  const exceptions = events.filter((event) => apart(event) && uid(event) === uid(master));
  const event = new ICAL.Event(master, { exceptions, strictExceptions: true });
  if (!event.isRecurring()) {
    show(event.startDate, event.endDate, master);
    continue;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.toJSDate() < new Date(until); next = iterator.next()) {
    const details = event.getOccurrenceDetails(next);
    show(details.startDate, details.endDate, details.item.component);
  }
}
console.log(JSON.stringify(shown.sort()));
