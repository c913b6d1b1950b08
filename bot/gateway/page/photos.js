// Makes pictures small enough for a slow line; drawing them anew also drops where they were taken.
const LONGEST_PX = 1600;
const LARGEST_BYTES = 400 * 1024;
const QUALITIES = [0.85, 0.72, 0.6, 0.48];

export const isPhoto = (file) =>
  (file.type.startsWith("image/") && file.type !== "image/svg+xml") || /\.(jpe?g|png|webp|heic|heif)$/i.test(file.name);

// Resolves to a JPEG file, or to the file as it came when this browser cannot read it.
export async function shrink(file) {
  try {
    const picture = await decode(file);
    const made = await press(picture, Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height)));
    return new File([made], `${file.name.replace(/\.\w+$/, "") || "photo"}.jpg`, { type: "image/jpeg" });
  } catch (_) {
    return file;
  }
}

async function decode(file) {
  if (window.createImageBitmap) {
    try {
      return await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch (_) { /* older browsers refuse the option: an <img> turns the picture upright by itself */ }
  }
  const image = new Image();
  const url = URL.createObjectURL(file);
  try {
    await new Promise((done, failed) => {
      image.onload = done;
      image.onerror = failed;
      image.src = url;
    });
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function press(picture, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#fff"; // see-through parts would turn black in a JPEG
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (!made) throw new Error("canvas gave nothing");
    if (made.size <= LARGEST_BYTES) return made;
  }
  return press(picture, scale * 0.75);
}
