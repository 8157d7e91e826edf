# language: vi
Tính năng: Yêu cầu bổ sung hồ sơ trong khi giải quyết
  Thẩm định thấy thiếu thì trả hồ sơ về Một cửa kèm phiếu yêu cầu bổ sung, thông báo trong 03 ngày làm
  việc kể từ ngày nhận (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4), và chỉ yêu cầu một lần (Điều 11
  khoản 2 điểm c).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Yêu cầu bổ sung vào ngày làm việc thứ ba
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "16:00 08/10/2026"
    Và cán bộ yêu cầu bổ sung "Bản sao sổ hộ khẩu cũ" vì "chưa rõ nơi sinh"
    Thì hồ sơ đang ở bước "chờ bổ sung"
    Và hồ sơ đang ở "Người nộp hồ sơ"
    Và phiếu yêu cầu bổ sung số "0001/2026/PBS" ghi cần "Bản sao sổ hộ khẩu cũ"
    Và lịch sử ghi thêm "Yêu cầu bổ sung"

  Tình huống: Sang ngày làm việc thứ tư thì đã muộn, trừ khi có quy định riêng
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "08:00 09/10/2026"
    Và cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có"
    Thì chương trình nhắc "chậm nhất ngày 08/10/2026"
    Và hồ sơ đang ở bước "đang giải quyết"
    Khi cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có" theo quy định riêng "Luật Hộ tịch, Điều 26"
    Thì hồ sơ đang ở bước "chờ bổ sung"

  Tình huống: Ba ngày làm việc qua Tết Bính Ngọ
    Biết lúc "16:00 13/02/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "07:45 26/02/2026"
    Và cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có"
    Thì chương trình nhắc "chậm nhất ngày 25/02/2026"
    Khi đến "17:00 26/02/2026"
    Và cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có" theo quy định riêng "Luật Hộ tịch, Điều 26"
    Thì phiếu yêu cầu bổ sung số "0001/2026/PBS" ghi cần "Giấy chứng sinh"

  Tình huống: Chỉ một lần
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có"
    Và người dân bổ sung đủ giấy tờ
    Và cán bộ yêu cầu bổ sung "Tờ khai" vì "viết nhầm"
    Thì chương trình nhắc "luật chỉ cho một lần"
    Và hồ sơ đang ở bước "đang giải quyết"

  Tình huống: Phải ghi cần gì và vì sao
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ yêu cầu bổ sung "" vì "chưa có"
    Thì chương trình nhắc "Chưa ghi cần bổ sung gì"
    Khi cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì ""
    Thì chương trình nhắc "Chưa ghi lý do"
