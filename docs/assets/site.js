// What a page has need of: its scripts are loaded where there is something for them to do.

import "./scheme.js"

if (document.querySelector(".ro-choices, #statements + .ro-note")) import("./filter.js")
if (document.querySelector(".ro-cite, #ro-annotations")) import("./cite.js")
if (document.querySelector(".ro-days")) import("./today.js")
