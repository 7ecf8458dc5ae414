/** What a picker offers: everything the workshop can take, by type and, where a device names none, by ending. */
export const acceptedPhotos = 'image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.heic,.heif';
