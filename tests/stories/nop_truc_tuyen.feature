# language: vi
Tính năng: Hồ sơ nộp trực tuyến về hộp nhận của quầy
  Trong 08 giờ làm việc kể từ khi người dân nộp, quầy phải tiếp nhận hoặc trả lời
  (Nghị định 297/2025/NĐ-CP, Điều 6 khoản 4 điểm a); quá hạn thì thấy ngay.

  Bối cảnh:
    Biết một xã có hai quầy, nối với máy chủ cấp trên

  Tình huống: Tiếp nhận đúng hạn
    Biết lúc "16:30 13/03/2026" bà "H'Hen Niê" nộp trực tuyến hồ sơ thủ tục "1.004884"
    Khi quầy 1 trao đổi lúc "16:45 13/03/2026"
    Thì hộp nhận của quầy 1 có hồ sơ của "H'Hen Niê", phải trả lời trước "16:30 16/03/2026"
    Khi quầy 1 tiếp nhận lúc "08:00 16/03/2026"
    Thì hồ sơ đang ở bước "đang giải quyết", nộp lúc "16:30 13/03/2026", nhận lúc "08:00 16/03/2026"
    Và hộp nhận ghi "đã tiếp nhận", đúng hạn
    Khi hai quầy cùng trao đổi
    Thì hộp nhận của quầy 2 không còn hồ sơ nào

  Tình huống: Quá hạn trả lời thì thấy ngay
    Biết lúc "09:00 10/03/2026" bà "Đỗ Thị Ưởng" nộp trực tuyến hồ sơ thủ tục "1.001193"
    Khi quầy 1 trao đổi lúc "09:01 11/03/2026"
    Thì hồ sơ của "Đỗ Thị Ưởng" trong hộp nhận của quầy 1 đã quá hạn
    Khi quầy 1 tiếp nhận lúc "09:05 11/03/2026"
    Thì hộp nhận ghi "đã tiếp nhận", trễ hạn

  Tình huống: Từ chối có phiếu ghi lý do
    Biết lúc "08:00 10/03/2026" bà "Y Ka Ly" nộp trực tuyến hồ sơ thủ tục "1.001193"
    Khi quầy 1 trao đổi lúc "08:30 10/03/2026"
    Và quầy 1 từ chối vì "Không thuộc thẩm quyền của xã"
    Thì hồ sơ đang ở bước "đã từ chối tiếp nhận"
    Và hộp nhận ghi "đã từ chối", đúng hạn
    Khi quầy 1 tiếp nhận lúc "09:00 10/03/2026"
    Thì chương trình nhắc "đã từ chối"

  Tình huống: Yêu cầu bổ sung một lần cho đủ
    Biết lúc "08:00 10/03/2026" bà "Y Ka Ly" nộp trực tuyến hồ sơ thủ tục "1.001193"
    Khi quầy 1 trao đổi lúc "08:30 10/03/2026"
    Và quầy 1 yêu cầu bổ sung "Giấy chứng sinh" vì "Bản chụp không đọc được"
    Thì hồ sơ đang ở bước "đã hướng dẫn bổ sung"
    Và hộp nhận ghi "đã yêu cầu bổ sung", đúng hạn

  Tình huống: Thủ tục không có trong danh mục của quầy thì vẫn trả lời được
    Biết lúc "08:00 10/03/2026" bà "Y Ka Ly" nộp trực tuyến hồ sơ thủ tục "9.999999"
    Khi quầy 1 trao đổi lúc "08:30 10/03/2026"
    Và quầy 1 tiếp nhận lúc "08:40 10/03/2026"
    Thì chương trình nhắc "hãy chọn đúng thủ tục"
    Khi quầy 1 từ chối vì "Không thuộc thẩm quyền của xã"
    Thì hồ sơ đang ở bước "đã từ chối tiếp nhận"
    Và hộp nhận ghi "đã từ chối", đúng hạn

  Tình huống: Hai quầy cùng tiếp nhận khi mất mạng
    Biết lúc "08:00 10/03/2026" bà "Y Ka Ly" nộp trực tuyến hồ sơ thủ tục "1.001193"
    Khi hai quầy cùng trao đổi
    Và quầy 1 tiếp nhận lúc "08:30 10/03/2026"
    Và quầy 2 tiếp nhận lúc "08:20 10/03/2026"
    Và hai quầy cùng trao đổi
    Thì hồ sơ của quầy 1 có hiệu lực
    Và hồ sơ của quầy 2 nằm trong việc cần xem lại
