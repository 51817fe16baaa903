export { createMapPicture, type MapPicture } from "./web/map-picture.ts";
