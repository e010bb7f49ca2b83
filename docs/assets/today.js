// Marks today in the calendar.

const today = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" }).format(new Date())
const links = [...document.querySelectorAll(".ro-days a")]
links.find((each) => each.getAttribute("aria-label")?.startsWith(`${today}:`))?.setAttribute("aria-current", "date")
