# language: vi
Tính năng: Gói cập nhật từ máy chủ cấp trên
  Danh mục, lịch, mẫu giấy và lời nhắn xuống quầy thành từng gói: kiểm tra xong mới dùng,
  dùng cả gói hoặc không dùng phần nào, áp dụng từ đúng ngày.

  Bối cảnh:
    Biết một xã có hai quầy, nối với máy chủ cấp trên

  Tình huống: Gói hỏng không đổi gì ở quầy
    Biết gói "Lịch tháng 5" cho nghỉ "04/05/2026" và cho nghỉ bù nhầm vào thứ Bảy "09/05/2026"
    Khi gói xuống tới hai quầy
    Thì ngày "04/05/2026" hai quầy vẫn làm việc
    Và gói "Lịch tháng 5" ở hai quầy "hỏng, không áp dụng" vì "nghỉ bù vào cuối tuần"
    Và sổ của hai quầy vẫn nguyên vẹn

  Tình huống: Gói đúng chờ đến ngày rồi áp dụng
    Biết gói "Nghỉ hoán đổi" áp dụng từ "11/03/2026" cho nghỉ "04/05/2026"
    Khi gói xuống tới hai quầy
    Thì gói "Nghỉ hoán đổi" ở hai quầy "chờ đến ngày áp dụng"
    Và ngày "04/05/2026" hai quầy nghỉ
    Khi đến "11/03/2026"
    Thì gói "Nghỉ hoán đổi" ở hai quầy "đang áp dụng"

  Tình huống: Thu hồi một gói thì trở lại như cũ
    Biết gói "Nghỉ hoán đổi" áp dụng từ "11/03/2026" cho nghỉ "04/05/2026"
    Khi gói xuống tới hai quầy
    Và máy chủ thu hồi gói vì "gửi nhầm"
    Thì ngày "04/05/2026" hai quầy vẫn làm việc
    Và gói "Nghỉ hoán đổi" ở hai quầy "đã thu hồi" vì "gửi nhầm"
