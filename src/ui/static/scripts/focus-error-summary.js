// Moves the focus to the error summary where the browser ignores `autofocus` on an element that is no input.
document.getElementById("error-summary")?.focus();
