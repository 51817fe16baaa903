// A form that only carries the visitor to another host; without scripts its button does the same.
const form = document.querySelector("form[data-send-at-once]");
if (form) form.submit();
