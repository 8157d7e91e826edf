# language: vi
Tính năng: Đổi thủ tục chọn nhầm
  Mỗi hồ sơ chỉ có một mã số, ghi trên giấy tiếp nhận (Nghị định 118/2025/NĐ-CP, Điều 17 khoản 3); chọn
  nhầm thủ tục thì đổi thủ tục, giữ nguyên mã, thời điểm nhận và lịch sử, hạn trả tính lại từ lúc nhận.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Đổi sang thủ tục ba ngày
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Và giấy hẹn đã in
    Khi đến "10:00 06/10/2026"
    Và cán bộ đổi sang thủ tục "1.004873" vì "chọn nhầm thủ tục"
    Thì hồ sơ theo thủ tục "1.004873", mã hồ sơ vẫn là "H40.16-261005-0001"
    Và hẹn trả lúc "17:30 08/10/2026"
    Và hạn ghi trên giấy hẹn đầu tiên vẫn là "17:30 12/10/2026"
    Và giấy hẹn đã in không còn giá trị
    Và lịch sử ghi thêm "Đổi thủ tục"

  Tình huống: Đổi sang thủ tục không có thời hạn
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ đổi sang thủ tục "1.011606" vì "chọn nhầm thủ tục"
    Thì hồ sơ không có hạn trả

  Tình huống: Thời gian đã tạm dừng vẫn được trừ
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004873"
    Khi đến "10:00 06/10/2026"
    Và cán bộ tạm dừng để "chờ ý kiến của cơ quan khác"
    Và đến "09:00 12/10/2026"
    Và cán bộ cho tiếp tục giải quyết
    Thì hẹn trả lúc "17:30 14/10/2026"
    Khi cán bộ đổi sang thủ tục "1.004884" vì "chọn nhầm thủ tục"
    Thì hẹn trả lúc "17:30 16/10/2026"

  Tình huống: Phải khác thủ tục cũ, có trong danh mục, và có lý do
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ đổi sang thủ tục "1.004884" vì "chọn nhầm"
    Thì chương trình nhắc "hãy chọn thủ tục khác"
    Khi cán bộ đổi sang thủ tục "9.999999" vì "chọn nhầm"
    Thì chương trình nhắc "Danh mục không có thủ tục mã “9.999999”"
    Khi cán bộ đổi sang thủ tục "1.004873" vì ""
    Thì chương trình nhắc "Chưa ghi lý do"
    Và hẹn trả lúc "17:30 12/10/2026"

  Tình huống: Có kết quả rồi thì không đổi thủ tục
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và cán bộ đổi sang thủ tục "1.004873" vì "chọn nhầm"
    Thì chương trình nhắc "có kết quả, chờ trả nên không đổi thủ tục được"
