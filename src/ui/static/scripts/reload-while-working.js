// Shows how far a job is without being asked; without scripts a link does it.
if (document.querySelector("[data-working]"))
  setTimeout(() => location.reload(), 2000);
