// Marks today in the calendar.

const now = new Date()
const today = `${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}/`
const link = [...document.querySelectorAll(".ro-days a")].find((each) => each.getAttribute("href")?.endsWith(today))
link?.setAttribute("aria-current", "date")
