// The desk in the browser: keys, the list that is walked, the sheet on top, toasts. Every page works without it.
import "./copying.js";
import "./keys.js";
import "./letter.js";
import "./sheet.js";
import "./toasts.js";
import "./who.js";
