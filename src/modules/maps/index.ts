export { createMapPicture } from "./web/map-picture.ts";
